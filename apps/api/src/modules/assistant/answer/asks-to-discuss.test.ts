import { expect, test } from "vitest"
import type { Ask } from "#modules/understanding/index.ts"
import { asksToDiscuss } from "./asks-to-discuss.ts"

test("an ask whose sentence is told for another is not left open, one without a fact is", () => {
  const found = [
    { id: "fact:1", topic: "emotional.support" },
    { id: "fact:2", topic: "weather.policy" },
  ]
  const asks: Ask[] = ["emotional.support", "weather.policy", "unknown.topic"]
  expect(asksToDiscuss(asks, found, [{ id: "fact:1" }])).toEqual(["emotional.support", "unknown.topic"])
})

test("a feeling is no question: nobody is told that there is no information on it", () => {
  expect(asksToDiscuss(["emotional.support", "menu.drinks"], [], [])).toEqual(["menu.drinks"])
})
