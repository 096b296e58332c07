import { expect, test } from "vitest"
import { Turns } from "./turns.ts"

test("work about the same goes in turn, work about another thing beside it, and a failure stops nobody", async () => {
  const turns = new Turns()
  const seen: string[] = []
  const first = Promise.withResolvers<void>()
  const one = turns.take("a", async () => {
    seen.push("a1 begins")
    await first.promise
    seen.push("a1 fails")
    throw new Error("lost")
  })
  const two = turns.take("a", async () => seen.push("a2"))
  await turns.take("b", async () => seen.push("b"))
  expect(seen).toEqual(["a1 begins", "b"])
  first.resolve()
  await expect(one).rejects.toThrow("lost")
  await two
  expect(seen).toEqual(["a1 begins", "b", "a1 fails", "a2"])
})
