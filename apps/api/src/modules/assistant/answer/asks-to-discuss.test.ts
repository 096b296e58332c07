import { expect, test } from "vitest"
import { asksToDiscuss } from "./asks-to-discuss.ts"

test("an ask whose sentence is told for another is not left open, one without a fact is", () => {
  const found = [
    { id: "fact:1", topic: "emotional.support" },
    { id: "fact:2", topic: "weather.policy" },
  ]
  const asks = ["emotional.support", "weather.policy", "unknown.topic"]
  expect(asksToDiscuss(asks, found, [{ id: "fact:1" }])).toEqual(["emotional.support", "unknown.topic"])
})
