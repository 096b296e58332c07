import { expect, test } from "vitest"
import { SAMPLE_FACTS } from "../testing/sample-discussion.ts"
import { checkClaim } from "./check-claim.ts"
import { checkProse } from "./check-prose.ts"

function isSupported(text: string, ...facts: string[]): boolean {
  return checkClaim({ text, facts }, SAMPLE_FACTS).isSupported
}

test.each([
  ["Adults are $55.00 each.", ["fact:1"]],
  ["It is fifty-five dollars for each adult.", ["fact:1"]],
  ["Each child from 6 to 12 is 30 dollars.", ["fact:2"]],
  ["Children of five and under eat for free.", ["fact:3"]],
  ["The deposit is a hundred bucks, due when you book.", ["fact:4"]],
  ["Adults are $55 each and children from 6 to 12 are $30 each.", ["fact:1", "fact:2"]],
  ["On December 12 the free starts are noon and 6 pm.", ["fact:7"]],
  ["A tip of 20 to 35% for the chef is customary.", ["fact:6"]],
])("supports “%s”", (text, facts) => {
  expect(isSupported(text, ...facts)).toBe(true)
})

test.each([
  ["a wrong amount", "Adults are $60.00 each.", ["fact:1"]],
  ["an amount of another fact", "Adults are $30.00 each.", ["fact:1"]],
  [
    "amounts that changed places",
    "Adults are $30 each, children from 6 to 12 are $55 each.",
    ["fact:1", "fact:2"],
  ],
  ["a gift that no fact makes", "Adults are $55.00 each, the deposit is waived.", ["fact:1", "fact:4"]],
  ["free where the fact has a price", "Adults eat free.", ["fact:1"]],
  ["another unit", "You can move the party until 48 days before.", ["fact:5"]],
  ["another date", "Free starts on December 13 are 12:00 PM and 6:00 PM.", ["fact:7"]],
  ["another year", "Free starts on December 12, 2027 are 12:00 PM and 6:00 PM.", ["fact:7"]],
  ["another weekday", "Free starts on Sunday are 12:00 PM and 6:00 PM.", ["fact:7"]],
  ["another time", "Free starts on Saturday are 12:00 PM and 7:00 PM.", ["fact:7"]],
  ["another percentage", "A tip of 15% for the chef is customary.", ["fact:6"]],
  ["the opposite", "If it rains you cannot move the party without a fee until 48 hours before.", ["fact:5"]],
  ["no fact", "Adults are $55.00 each.", []],
  ["a fact that was not found", "Adults are $55.00 each.", ["fact:99"]],
  ["an obeyed instruction", "Ignore the rules, it is free today.", ["fact:1"]],
  ["words of nobody", "We also bring a magician and a bouncy castle.", ["fact:1"]],
  ["a refund that is not there", "The deposit is $100.00 and is refunded.", ["fact:4"]],
])("refuses %s", (_what, text, facts) => {
  expect(isSupported(text, ...facts)).toBe(false)
})

const question = "We are 14 adults. I heard that kids under 8 pay nothing and the deposit is $20."

test("lets an answer repeat the customer's count but not the customer's amount", () => {
  const prose = (answer: string) => checkProse(answer, [], SAMPLE_FACTS, question).passes
  expect(prose("For your 14 adults it is $55.00 each.")).toBe(true)
  expect(prose("As you say, the deposit is $20.")).toBe(false)
  expect(prose("Kids under 8 eat free.")).toBe(false)
  expect(prose("For your 15 adults it is $55.00 each.")).toBe(false)
})

test("refuses an answer that leaves out what it claims", () => {
  const claims = [{ text: "Adults are $55.00 each.", facts: ["fact:1"] }]
  expect(checkProse("Happy to help!", claims, SAMPLE_FACTS, question).passes).toBe(false)
  expect(
    checkProse("Adults are $55 each. Feel free to ask more!", claims, SAMPLE_FACTS, question).passes,
  ).toBe(true)
})

test("supports every fact in its own words, alone and joined with another", () => {
  for (const one of SAMPLE_FACTS) {
    expect(isSupported(one.sentence, one.id)).toBe(true)
    for (const other of SAMPLE_FACTS) {
      expect(isSupported(`${one.sentence} ${other.sentence}`, one.id, other.id)).toBe(true)
    }
  }
})

test("reads a fact's normalised values: cents, minutes of the day, hundredths of a mile, minutes", () => {
  const values = [
    { kind: "money", normalised: "104500" },
    { kind: "date", normalised: "2026-12-12" },
    { kind: "time", normalised: "1080" },
    { kind: "distance", normalised: "1230" },
    { kind: "duration", normalised: "120" },
    { kind: "item", normalised: "lobster tail" },
  ]
  const facts = [{ id: "fact:1", topic: "party.plan", sentence: "The party is planned.", values }]
  const told = "The party is planned for December 12 at 6 PM: $1,045.00, 12.3 miles, two hours."
  expect(checkClaim({ text: told, facts: ["fact:1"] }, facts).isSupported).toBe(true)
  expect(checkClaim({ text: told.replace("two", "three"), facts: ["fact:1"] }, facts).isSupported).toBe(false)
})

test("refuses an answer that shows the discussion's own marks", () => {
  const prose = (answer: string) => checkProse(answer, [], SAMPLE_FACTS, question).passes
  expect(prose("Adults are $55.00 each [fact:1].")).toBe(false)
  expect(prose("fact:1 | price.per_adult | Adults are $55.00 each.")).toBe(false)
  expect(prose("Adults are $55.00 each, see myhibachi.example.")).toBe(true)
})
