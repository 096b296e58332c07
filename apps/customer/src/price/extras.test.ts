import { usd } from "@myhibachi/contract/money"
import { expect, test } from "vitest"
import { extrasOf, quantityOf, withQuantity } from "./extras.ts"

test("offers what costs something by protein or by order, and nothing else", () => {
  const priced = (
    sku: string,
    unit: "per_guest" | "per_protein" | "per_order" | "per_party",
    cents: number,
  ) => ({
    sku,
    name: sku,
    unit,
    amount: usd(cents),
  })
  const offered = extrasOf([
    priced("adult", "per_guest", 5500),
    priced("chicken", "per_protein", 0),
    priced("lobster-tail", "per_protein", 1500),
    priced("gyoza", "per_order", 1000),
    priced("minimum-food", "per_party", 55000),
  ])
  expect(offered.map((price) => price.sku)).toEqual(["lobster-tail", "gyoza"])
})

test("adds, changes and removes one item without touching the others", () => {
  const some = withQuantity([{ sku: "gyoza", quantity: 1 }], "lobster-tail", 2)
  expect(some).toEqual([
    { sku: "gyoza", quantity: 1 },
    { sku: "lobster-tail", quantity: 2 },
  ])
  expect(withQuantity(some, "gyoza", 3)[0]).toEqual({ sku: "gyoza", quantity: 3 })
  expect(withQuantity(some, "gyoza", 0)).toEqual([{ sku: "lobster-tail", quantity: 2 }])
  expect(withQuantity([], "gyoza", 0)).toEqual([])
})

test("keeps which protein a third one is", () => {
  const third = [{ sku: "third-protein", quantity: 1, proteinSku: "salmon" }]
  expect(withQuantity(third, "third-protein", 2)).toEqual([{ ...third[0], quantity: 2 }])
  expect(quantityOf(third, "third-protein")).toBe(1)
  expect(quantityOf(third, "gyoza")).toBe(0)
})
