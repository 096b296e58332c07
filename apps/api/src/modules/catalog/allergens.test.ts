import { Allergen } from "@myhibachi/contract/catalog"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { safeItemsFor } from "./allergens.ts"
import { findMenu } from "./find-menu.ts"

let app: TestApplication
beforeAll(async () => {
  app = await testApplication()
})
afterAll(() => app.close())

describe("the sample menu derives from its ingredients", () => {
  test.each([
    ["fried-rice", ["egg", "gluten", "sesame", "soy"]],
    ["yakisoba-noodles", ["egg", "gluten", "soy"]],
    ["gyoza", ["gluten", "sesame", "soy"]],
    ["yum-yum-sauce", ["egg", "mustard"]],
    ["ginger-sauce", ["gluten", "soy"]],
    ["salad", ["gluten", "sesame", "soy"]],
    ["salmon", ["dairy", "fish"]],
    ["lobster-tail", ["dairy", "shellfish"]],
    ["chicken", ["dairy"]],
    ["sake", ["alcohol"]],
  ])("%s contains %o", async (sku, allergens) => {
    const { items } = await findMenu(app.ctx())
    expect(items.find((item) => item.sku === sku)?.allergens).toEqual(allergens)
  })
})

test("offers nothing that holds a declared allergen, and says which ingredient to leave out", async () => {
  const { items } = await findMenu(app.ctx())
  for (const allergen of Allergen.options) {
    for (const { item, leaveOut } of safeItemsFor(items, [allergen])) {
      const kept = item.ingredients.filter((ingredient) => !leaveOut.includes(ingredient.name))
      expect([item.sku, kept.some((ingredient) => ingredient.allergens.includes(allergen))]).toEqual([
        item.sku,
        false,
      ])
    }
  }
  const chicken = safeItemsFor(items, ["dairy"]).find(({ item }) => item.sku === "chicken")
  expect(chicken?.leaveOut).toEqual(["butter"])
})

test("refuses to change or delete what was published", async () => {
  const { db } = app.ctx()
  for (const statement of [
    "update catalog_prices set amount_cents = 1 where sku = 'adult'",
    "delete from catalog_price_books",
    "update catalog_policies set text = ''",
  ]) {
    await expect(db.execute(statement)).rejects.toThrow()
  }
})
