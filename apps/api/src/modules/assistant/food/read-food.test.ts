import type { Menu, MenuItem, PriceBook } from "@myhibachi/contract/catalog"
import { expect, test } from "vitest"
import { presentDish } from "#modules/catalog/menu/read-menu.ts"
import { SAMPLE_INGREDIENTS, SAMPLE_ITEMS } from "#modules/catalog/sample-menu.ts"
import { askOfFood } from "./ask-of-food.ts"
import type { FoodFocus } from "./food-question.ts"
import { readFood } from "./read-food.ts"
import { tellFood } from "./tell-food.ts"

const book = { prices: [] as PriceBook["prices"] } as PriceBook // safe: only its prices are read
const items = SAMPLE_ITEMS.map((row, position) => {
  const parts = row.ingredients.flatMap((id) => SAMPLE_INGREDIENTS.filter((part) => part.id === id))
  const ingredients = parts.map((part) => ({
    unit: "g" as const,
    version: 1,
    isRemovable: false,
    ...part,
  }))
  return presentDish({ row: { ...row, position, version: 1, archivedAt: null }, parts: ingredients }, book)
})
const menu: Menu = { priceBookVersion: 1, items, allergens: [], notices: [] }

/** What a talk is told about food, each message after the others. */
function talk(messages: readonly string[], served: MenuItem[] = items) {
  let focus: FoodFocus | null = null
  return messages.map((text) => {
    const reading = readFood(text, { ...menu, items: served }, focus)
    focus = reading.focus
    const answers = reading.questions.map((question) => tellFood(question, served))
    return {
      asks: reading.questions.map(askOfFood),
      told: answers.flatMap(({ sentences }) => sentences).join(" "),
      open: answers.flatMap(({ open }) => open),
    }
  })
}
const told = (text: string) => talk([text])[0]?.told ?? ""

test.each([
  ["Do the noodles have egg?", /^Yes, yakisoba noodles contain egg/],
  ["Does the yum-yum sauce have soy in it?", /^No, there is no soy .* egg mayonnaise and mustard/],
  ["Can the shrimp be done without butter?", /^Yes, the chef leaves the butter out of shrimp/],
  ["Are the gyoza vegetarian?", /^No, gyoza \(12\) are not vegetarian: they contain pork/],
  ["Which sauce is fine without eggs?", /Yum-yum sauce contains egg.*no egg among the ingredients of ginger/],
  ["Is there pork in anything besides the gyoza?", /^No, apart from gyoza/],
  ["What is the dressing made of?", /^Salad is made with .*sesame oil/],
  ["Do you serve miso soup?", /^We do not have miso soup on our menu/],
  ["Is edamame included?", /^No, edamame is an add-on/],
  ["My son is allergic to fish. Is the lobster safe?", /There is no fish among the ingredients of lobster/],
])("%s", (question, answer) => {
  expect(told(question)).toMatch(answer)
})

test("goes on with the dish or the ingredient that was meant before", () => {
  const [, noodles, sauce] = talk([
    "Is there egg in the rice?",
    "and the noodles?",
    "and in the ginger sauce",
  ])
  expect(noodles?.told).toMatch(/^Yes, yakisoba noodles contain egg/)
  expect(sauce?.told).toMatch(/^No, there is no egg among the ingredients of ginger sauce/)
  const [, without] = talk(["Does the chicken have dairy?", "what if they skip it"])
  expect(without?.told).toMatch(/^Yes, the chef leaves the butter out of chicken/)
  const [, pick] = talk(["My wife can't eat gluten.", "Which proteins could she have?"])
  expect(pick).toMatchObject({ asks: ["allergen.safe_options"], told: expect.stringMatching(/no gluten/) })
})

test("says nothing of food where the talk is of something else", () => {
  const answers = talk([
    "My wife can't eat gluten.",
    "Can we have the party on Sunday?",
    "Is that ok without a deposit?",
    "How much for 20 adults with 5 lobster tails?",
  ])
  expect(answers.slice(1).map(({ asks }) => asks)).toEqual([[], [], []])
})

test("leaves to a person what the recipe cannot do, and what it does not speak of", () => {
  expect(talk(["Can I get the gyoza without pork?"])[0]?.open).toEqual(["gyoza (12) without pork"])
  expect(talk(["Is there garlic in the ginger sauce?"])[0]?.open).toEqual(["garlic"])
})

test("knows the dishes and ingredients that staff put on the menu", () => {
  const peas = { id: "peas", name: "peas", origin: "plant" as const, allergens: [], isRemovable: false }
  const [rice] = items
  if (!rice) throw new Error("The sample menu is empty.")
  const stew = { ...rice, sku: "pea-stew", name: "Pea stew", kind: "side" as const, ingredients: [peas] }
  expect(talk(["Is the pea stew vegan?"], [...items, stew])[0]?.told).toBe("Yes, pea stew is vegan.")
  expect(talk(["Which dishes have peas?"], [...items, stew])[0]?.told).toMatch(/^Peas is only in: pea stew/)
})
