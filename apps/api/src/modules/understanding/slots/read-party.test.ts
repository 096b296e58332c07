import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { detectLanguage } from "../language.ts"
import { toPlainSpeech } from "../speech/plain-speech.ts"
import { findSlots } from "./find-slots.ts"
import { mergeSlots } from "./merge-slots.ts"
import type { Item } from "./slots.ts"

const read = (text: string, isPartyKnown = false) =>
  findSlots(toPlainSpeech(text), {
    now: "2026-11-25T10:00:00-08:00",
    timeZone: "America/Los_Angeles",
    language: detectLanguage(text),
    isPartyKnown,
  })

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  )
const TENS = "x x twenty thirty forty fifty".split(" ")

function words(value: number): string {
  if (value < 20) return ONES[value]!
  return value % 10 === 0 ? TENS[value / 10]! : `${TENS[Math.floor(value / 10)]}-${ONES[value % 10]}`
}

/** A number as digits or in words. */
const spoken = fc.boolean().map((isWord) => (value: number) => (isWord ? words(value) : String(value)))
const listOf = (ages: readonly number[]) =>
  ages.length < 2 ? ages.join("") : `${ages.slice(0, -1).join(", ")} and ${ages.at(-1)}`

const party = fc.record({
  adults: fc.integer({ min: 5, max: 48 }),
  ages: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 6 }),
})
type Party = { adults: number; ages: number[] }
type Say = (value: number) => string

const PHRASINGS: ((party: Party, say: Say) => string)[] = [
  ({ adults, ages }, say) => `${say(adults)} adults and ${say(ages.length)} kids (${ages.join(", ")})`,
  ({ adults, ages }, say) =>
    `we are ${say(adults)} grown-ups, ${say(ages.length)} children aged ${listOf(ages)}`,
  ({ adults, ages }, say) =>
    `${say(adults)} adults with ${say(ages.length)} kids they're ${ages.map(say).join(" ")}`,
  ({ adults, ages }, say) =>
    `${say(adults + ages.length)} people, ${say(ages.length)} of them kids, ages ${listOf(ages)}`,
  ({ adults, ages }) => `Adults: ${adults}, kids: ${ages.length} (${ages.join(", ")})`,
  ({ adults, ages }, say) =>
    `party of ${say(adults + ages.length)}: ${say(adults)} adults and ${say(ages.length)} children of ${listOf(ages)}`,
  ({ adults, ages }) => `${adults} adultos y ${ages.length} niños (${ages.join(", ")})`,
]

const bandsOf = ({ adults, ages }: Party) => ({
  adults,
  children: ages.filter((age) => age > 5).length,
  littleOnes: ages.filter((age) => age <= 5).length,
})

const DISHES: [Item, string][] = [
  ["filet_mignon", "filet mignon"],
  ["lobster_tail", "lobster tail"],
  ["salmon", "salmon"],
  ["scallops", "scallops"],
]
const ORDERS: [Item, string][] = [
  ["gyoza", "gyoza"],
  ["edamame", "edamame"],
  ["yakisoba_noodles", "noodles"],
]
const order = fc.record({
  dish: fc.constantFrom(...DISHES),
  other: fc.constantFrom(...ORDERS),
  few: fc.integer({ min: 2, max: 4 }),
  count: fc.integer({ min: 2, max: 9 }),
})
type Order = { dish: [Item, string]; other: [Item, string]; few: number; count: number }

const ORDERINGS: ((order: Order, say: Say) => string)[] = [
  ({ dish, other, few, count }, say) =>
    `${say(few)} of them want ${dish[1]}, and ${say(count)} orders of ${other[1]}`,
  ({ dish, other, few, count }, say) => `${dish[1]} for ${say(few)} of us, ${other[1]} x${count}`,
  ({ dish, other, few, count }, say) => `${say(few)} ${dish[1]} and ${say(count)} ${other[1]}`,
  ({ dish, other, few, count }, say) =>
    `${say(few)} people upgrade to ${dish[1]} and we add ${say(count)} ${other[1]}`,
  ({ dish, other, few, count }) => `extras: ${other[1]} ${count}, ${dish[1]} ${few}`,
  ({ dish, other, few, count }, say) =>
    `${say(few)} would like one protein to be ${dish[1]}. ${say(count)} of ${other[1]} please`,
]

describe("a party in any words", () => {
  test("is read back by age band", () => {
    fc.assert(
      fc.property(party, fc.constantFrom(...PHRASINGS), spoken, (people, phrase, say) => {
        expect(read(phrase(people, say)).guests).toMatchObject(bandsOf(people))
      }),
      { numRuns: 400 },
    )
  })

  test("keeps its guests whatever is ordered beside them, and the dishes their numbers", () => {
    fc.assert(
      fc.property(
        party,
        order,
        fc.constantFrom(...PHRASINGS),
        fc.constantFrom(...ORDERINGS),
        spoken,
        (people, dishes, phrase, ordering, say) => {
          const slots = read(`${phrase(people, say)}. ${ordering(dishes, say)}. Total?`)
          const counts = Object.fromEntries(slots.items.map(({ item, count }) => [item, count]))
          expect(slots.guests).toMatchObject(bandsOf(people))
          expect(counts).toMatchObject({ [dishes.dish[0]]: dishes.few, [dishes.other[0]]: dishes.count })
        },
      ),
      { numRuns: 400 },
    )
  })

  test("never takes guests who choose a dish for more guests", () => {
    fc.assert(
      fc.property(party, order, fc.constantFrom(...ORDERINGS), spoken, (people, dishes, ordering, say) => {
        const before = read(
          `${people.adults} adults and ${people.ages.length} kids (${people.ages.join(", ")})`,
        )
        const after = mergeSlots(before, read(`and if ${ordering(dishes, say)}?`, true))
        expect(after.guests).toEqual(before.guests)
      }),
      { numRuns: 200 },
    )
  })
})

describe("shares and third proteins", () => {
  test.each([
    ["everyone but two wants lobster", "lobster_tail", { of: "everyone", part: 1, less: 2 }],
    ["half of the adults get filet", "filet_mignon", { of: "adults", part: 0.5, less: 0 }],
    ["all except the kids want salmon", "salmon", { of: "adults", part: 1, less: 0 }],
  ])("reads %s", (text, item, share) => {
    expect(read(`20 adults, ${text}`).items).toContainEqual(expect.objectContaining({ item, share }))
  })

  test.each([
    "Four of them want a third protein and it should be lobster tail",
    "4 want lobster tail as their third protein",
    "third protein (lobster tail) for four of them",
  ])("names the third protein in %s", (text) => {
    const slots = read(`10 adults. ${text}.`)
    expect(slots.thirdProteins).toEqual([{ count: 4, item: "lobster_tail" }])
    expect(slots.items.filter(({ item }) => item === "lobster_tail")).toEqual([])
  })

  test.each([
    ["15 adults with a third protein of steak for 5 of them", [{ count: 5, item: "ny_strip_steak" }]],
    [
      "if everyone gets a third protein, 5 of them filet and the rest chicken",
      [
        { count: 5, item: "filet_mignon" },
        { count: null, share: { of: "everyone", part: 1, less: 5 }, item: "chicken" },
      ],
    ],
    ["40 adults, a third protein (chicken) for ten of them", [{ count: 10, item: "chicken" }]],
    [
      "12 adults, two of us take a third protein, one steak and the other lobster",
      [
        { count: 1, item: "ny_strip_steak" },
        { count: 1, item: "lobster_tail" },
      ],
    ],
  ])("counts those who take it in %s", (text, thirds) => {
    expect(read(text).thirdProteins).toEqual(thirds)
  })

  test.each([
    ["4 of them get lobster tail. 2 of those 4 want lobster for BOTH of their proteins", "lobster_tail", 6],
    ["4 get lobster tail, 2 of those want it for both", "lobster_tail", 6],
    ["3 guests take filet and 2 others want filet for both of theirs", "filet_mignon", 7],
    ["everybody incl the kids gets lobster tail for one of the two", "lobster_tail", "all"],
    ["an extra order of edamame", "edamame", 1],
    ["bump 3 of them from chicken to salmon", "salmon", 3],
  ])("orders in %s", (text, item, count) => {
    expect(read(`20 adults. ${text}.`).items).toContainEqual(expect.objectContaining({ item, count }))
  })
})

describe("corrections and parts", () => {
  test.each([
    ["12 adults and 4 kids 7-10, no wait, 13 adults and 3 kids 7-10", 13, 3],
    ["20 adults, sorry, 24", 24, 0],
    ["16 adults, 6 of the 16 are kids 7 to 12", 10, 6],
    ["12 adults and my niece, she turns 6 the day before the party", 12, 1],
    ["30 people, a third of them kids (6 to 12)", 20, 10],
    ["my grandson turns 6 that day. Five friends are 6, two are 7, then nine of us grown-ups", 9, 8],
    [
      "seven kids all between eight and twelve, 15 adults and my daughter turns thirteen that very day",
      16,
      7,
    ],
  ])("reads %s", (text, adults, children) => {
    expect(read(text).guests).toMatchObject({ adults, children })
  })

  test("a part of the guests who are known changes their bands, not their number", () => {
    const merged = mergeSlots(read("16 adults"), read("what if 6 of the 16 are kids 7 to 12", true))
    expect(merged.guests).toMatchObject({ adults: 10, children: 6, total: 16 })
  })

  test.each([
    ["two further adults are coming", { adults: 2, children: 0 }],
    ["2 more kids are coming", { adults: 0, children: 2 }],
    ["2 more adults and a 7 year old want in", { adults: 2, children: 1 }],
    ["with 2 adults fewer and 2 kids more", { adults: -2, children: 2 }],
    ["five more cousins are flying in", { adults: 5, children: 0 }],
    ["four of my colleagues decided to come as well", { adults: 4, children: 0 }],
    ["my sister n her husband just said theyre coming 2", { adults: 2, children: 0 }],
    ["one adult is out, a 5-year-old and a 12-year-old are in", { adults: -1, children: 1, littleOnes: 1 }],
    ["3 of our 18 guests cancelled", { adults: -3, children: 0 }],
    ["two more couples are coming", { adults: 4, children: 0 }],
    ["my in-laws are joining", { adults: 2, children: 0 }],
    ["two of our guests can't come after all", { adults: -2, children: 0 }],
    ["add 4 adults, 2 of the new ones want scallops. can we start at 5 not 6?", { adults: 4, children: 0 }],
  ])("adds by band in %s", (text, delta) => {
    expect(read(text, true).guestsChange?.delta).toMatchObject(delta)
  })

  test.each([
    ["What would 20 adults cost, and what would 26 adults cost?", { from: 20, to: 26 }],
    ["we're 28 adults and if 2 more couples come that's 32 right", { from: 28, to: 32 }],
    ["we are 19 adults now, could be 24 in the end", { from: 19, to: 24 }],
    ["compare 30 adults with 31 for us", { from: 30, to: 31 }],
    ["12 of us is what we planned, but what if it were 25 instead", { from: 12, to: 25 }],
    ["Could we bring the party on April 10 down to 12?", { to: 12 }],
  ])("reads the change in %s", (text, change) => {
    expect(read(text).guestsChange).toEqual(change)
  })

  test("tells what in the list of guests it could not read", () => {
    expect(read("12 adults and 3 bookworms").guests?.unread).toEqual(["3 bookworms"])
  })
})

test.each([
  [
    "Guests: 34 adults, 5 kids between 7 and 11, and two 3-year-olds",
    { adults: 34, children: 5, littleOnes: 2 },
  ],
  [
    "16 adults and 6 kids (3 are 4 years old and 3 are 8 years old)",
    { adults: 16, children: 3, littleOnes: 3 },
  ],
  ["Our party is on the 11th with 18 adults. If we cut it to 8 adults, what would we pay?", { adults: 8 }],
])("counts whom a label, brackets and a smaller party mean: %s", (text, guests) => {
  expect(read(text).guests).toMatchObject(guests)
})
