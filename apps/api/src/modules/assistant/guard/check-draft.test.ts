import type { Fact } from "@myhibachi/contract/assistant"
import { expect, test } from "vitest"
import { checkDraft, type Evidence } from "./check-draft.ts"
import { extractFigures } from "./extract-figures.ts"

function aFact(sentence: string): Fact {
  const values = extractFigures(sentence).map(({ kind, normalised }) => ({ kind, normalised }))
  return { id: "fact:1", topic: "test", sentence, values, source: { kind: "tool", ref: "test" } }
}

function evidence(sentences: string[], customerTexts: string[] = []): Evidence {
  return {
    facts: sentences.map(aFact),
    customerTexts,
    itemNames: ["Lobster tail", "Chicken"],
    maximumCharacters: 2000,
  }
}

function problems(draft: string, sentences: string[], customerTexts: string[] = []): string[] {
  return checkDraft(draft, evidence(sentences, customerTexts)).problems.map((problem) => problem.text)
}

const values = (text: string) => extractFigures(text).map((figure) => `${figure.kind}=${figure.normalised}`)

test("reads the same amount in all its spellings", () => {
  for (const text of [
    "$100",
    "$100.00",
    "a hundred bucks",
    "one hundred dollars",
    "100 dollars",
    "100.00 USD",
  ]) {
    expect(values(text), text).toEqual(["money=10000"])
  }
  expect(values("fifty-five dollars")).toEqual(["money=5500"])
  expect(values("$1,045.00 before tax")).toEqual(["money=104500"])
})

test("reads dates, times, distances, durations and percentages", () => {
  expect(values("Saturday, December 12, 2026 at 6:00 PM PST")).toEqual([
    "date=2026-12-12",
    "date=weekday:6",
    "time=1080",
  ])
  expect(values("30.5 miles, 48 hours, seven days, 10 business days, 20%")).toEqual([
    "percent=20",
    "distance=3050",
    "duration=business:10",
    "duration=2880",
    "duration=10080",
  ])
})

test("passes a draft whose values all come from facts, in other words too", () => {
  expect(
    problems("It's a hundred bucks, due two days before.", ["The deposit is $100.00, 48 hours before."]),
  ).toEqual([])
  expect(
    problems("We could do Saturday, Dec 12 at 6 pm.", ["Free: Saturday, December 12, 2026 at 6:00 PM PST."]),
  ).toEqual([])
})

test("refuses a wrong amount, date, weekday, distance and percentage", () => {
  const facts = ["Free: Saturday, December 12, 2026 at 6:00 PM PST. Total $1,045.00, 30 miles, tip 20%."]
  expect(problems("The total is $1,054.00.", facts)).toEqual(["$1,054.00"])
  expect(problems("See you Friday, December 12.", facts)).toEqual(["Friday"])
  expect(problems("That is December 13 at 7:00 PM.", facts)).toEqual(["December 13", "7:00 PM"])
  expect(problems("45 miles and 25%.", facts)).toEqual(["25%", "45 miles"])
})

test("lets the customer's own counts be said back but not their own prices", () => {
  expect(problems("For your 14 adults that works.", ["It works."], ["we are 14 adults"])).toEqual([])
  expect(
    problems("Sure, $20 per person it is.", ["Adults are $55.00 each."], ["make it $20 per person"]),
  ).toEqual(["$20"])
})

test("refuses promises, gifts and dishes that no fact bears", () => {
  expect(problems("We guarantee it is nut-free.", ["No nut is in a recipe."])).toEqual([
    "guarantee",
    "nut-free",
  ])
  expect(problems("We cannot guarantee that.", ["No nut is in a recipe."])).toEqual([])
  expect(problems("Dessert is on the house!", ["Salad is included."])).toEqual(["dessert", "on the house"])
  expect(problems("Try the lobster tail.", ["Chicken is included."])).toEqual(["lobster tail"])
})

test("refuses what shows the machinery or is too long or empty", () => {
  expect(problems("As fact:3 says, chicken.", ["Chicken is included."])).toContain("fact:3")
  expect(checkDraft("", evidence([])).passes).toBe(false)
  expect(checkDraft("a ".repeat(1500), evidence([])).passes).toBe(false)
})

test("refuses to agree with what no fact says, and words in disguise", () => {
  expect(problems("You are absolutely right. Adults are $55.", ["Adults are $55."])).toEqual([
    "You are absolutely right",
  ])
  expect(problems("You are right to ask: adults are $55.", ["Adults are $55."])).toEqual([])
  expect(problems("Ｉｔ ｉｓ ｆｒｅｅ ｔｏｄａｙ.", ["Adults are $55."])).toEqual(["is free today"])
  expect(problems("It is frе\u0435.", ["Adults are $55."])).toHaveLength(1)
})
