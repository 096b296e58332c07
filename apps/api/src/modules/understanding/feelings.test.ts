import { expect, test } from "vitest"
import { type Understanding, understand } from "./index.ts"

const read = (text: string, previous?: Understanding) =>
  understand(text, {
    now: "2026-11-25T10:00:00-08:00",
    timeZone: "America/Los_Angeles",
    channel: "email",
    ...(previous ? { previous } : {}),
  })
const asksOf = (text: string) => read(text).asks.map(({ ask }) => ask)

test.each([
  "Since my wife died there are evenings when I see no sense in carrying on. Enough of that.",
  "He left in June. I think the children would be better off without me.",
])("hears the wish not to live in mild words of who mourns: %s", (text) => {
  expect(read(text).mustEscalate).toContain("vulnerable_person")
})

test.each([
  "What's the point of a hold, and when does it end?",
  "I can't go on Saturday, would Sunday work?",
  "I know it's silly but I keep checking the forecast, what happens if it rains?",
  "When you owe a customer a refund, do you mail a check or does it go to the card used?",
  "Do customers usually get refunds when they cancel in time?",
])("calls nobody for a question that only sounds like need or demand: %s", (text) => {
  expect(read(text).mustEscalate).toEqual([])
})

test.each([
  ["My wife walked out on me, the anniversary dinner will not take place.", "separation"],
  ["A tree came down on our kitchen, and the party is next week.", "disaster"],
  ["The birthday boy is on a ventilator since last night.", "illness"],
  ["My hours were cut, so we have to be fewer.", "money"],
])("finds the trouble behind %s", (text, hardship) => {
  expect(read(text).emotion.hardship).toBe(hardship)
})

test("pities nobody for a plan", () => {
  expect(read("My wife left the choice of the day to me, so Saturday it is.").emotion.hardship).toBeNull()
})

test("hears what is complained of beside praise, and no complaint in thanks", () => {
  expect(
    asksOf("no big thing, two of the trays we had ordered were not served, the cook was lovely otherwise"),
  ).toContain("complaint")
  expect(asksOf("that was the first evening in a year that we all laughed. just thank you")).not.toContain(
    "complaint",
  )
  expect(read("YOU RUINED OUR WEDDING DINNER").emotion.primary).toBe("angry")
  expect(read("Half of us ate cold rice. I would appreciate a word.").emotion.primary).not.toBe("grateful")
})

test("asks again what was asked when only the case is another", () => {
  const before = read("When do I pay the rest?")
  const next = read("and we only booked fifty hours ahead, same?", before)
  expect(next.asks).toMatchObject([{ ask: "balance.due", source: "previous" }])
})
