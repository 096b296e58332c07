import { describe, expect, test } from "vitest"
import { detectLanguage } from "../language.ts"
import { findSlots } from "./find-slots.ts"
import { mergeSlots } from "./merge-slots.ts"

/** Wednesday. */
const NOW = "2026-11-25T10:00:00-08:00"
const read = (text: string) =>
  findSlots(text, { now: NOW, timeZone: "America/Los_Angeles", language: detectLanguage(text) })

describe("guests", () => {
  test.each([
    ["14 adults and 3 kids (4, 7 and 11)", 14, 2, 1],
    ["party of 20", 20, 0, 0],
    ["20 of us incl. 5 kids under 5", 15, 0, 5],
    ["a dozen people", 12, 0, 0],
    ["Plan my 50-person wedding", 50, 0, 0],
    ["22 grown-ups and 3 toddlers", 22, 0, 3],
    ["twenty five people", 25, 0, 0],
    ["me, my wife and 6 friends", 8, 0, 0],
    ["20 people and 4 kids ages 6 to 12", 20, 4, 0],
    ["12 adults, 4 kids ages 5, 6, 8 and 10", 12, 3, 1],
    ["Somos 20 personas y 4 niños", 20, 4, 0],
    ["2 of the 20 guests want lobster", 20, 0, 0],
    ["it was 40 adults, but some cannot come, so now 36 adults", 36, 0, 0],
    ["9 adults, 3 kids: one of them turns 6 that day, the others are 8 and 10", 9, 3, 0],
  ])("counts %s by age band", (text, adults, children, littleOnes) => {
    expect(read(text).guests).toMatchObject({ adults, children, littleOnes })
  })

  test("says when the ages of children are not known", () => {
    expect(read("10 adults and 3 kids").guests).toMatchObject({ children: 3, areAgesUnknown: true })
    expect(read("10 adults and 3 kids (6, 7, 9)").guests?.areAgesUnknown).toBe(false)
  })

  test("keeps the lower end of a range", () => {
    expect(read("15-20 guests").guests).toMatchObject({ total: 20, atLeast: 15, isApproximate: true })
  })

  test("does not take a part of the guests for all of them", () => {
    expect(read("two of us want lobster").guests).toBeUndefined()
    expect(read("one guest has a shellfish allergy and 2 are vegetarian").guests).toBeUndefined()
    expect(read("lobster for 4").guests).toBeUndefined()
  })

  test("reads a change of the head count", () => {
    expect(read("can we change from 18 to 22 people")).toMatchObject({ guestsChange: { from: 18, to: 22 } })
    expect(read("add 3 more people please").guestsChange).toMatchObject({ by: 3 })
    expect(read("2 of them can't come").guestsChange).toMatchObject({ by: -2 })
    expect(read("take off 5 and add 3 nine year olds").guestsChange?.delta).toEqual({
      adults: -5,
      children: 3,
      littleOnes: 0,
    })
    expect(read("one of the kids is actually 4").guestsChange).toEqual({ aged: [4] })
  })
})

describe("dates", () => {
  test.each([
    ["the second Saturday of next month", "2026-12-12"],
    ["this Friday", "2026-11-27"],
    ["Dec 12", "2026-12-12"],
    ["12/20", "2026-12-20"],
    ["1/9", "2027-01-09"],
    ["tomorrow", "2026-11-26"],
    ["in two weeks", "2026-12-09"],
    ["New Year's Eve", "2026-12-31"],
    ["next weekend", "2026-12-05"],
    ["Thanksgiving", "2026-11-26"],
    ["the 19th", "2026-12-19"],
    ["two weeks from Saturday", "2026-12-12"],
    ["el sábado", "2026-11-28"],
    ["move it from December 12 to December 19", "2026-12-19"],
  ])("resolves %s", (text, date) => {
    expect(read(text).date?.date).toBe(date)
  })

  test("offers the other reading of an unclear day", () => {
    expect(read("next Saturday").date).toMatchObject({ date: "2026-12-05", alternative: "2026-11-28" })
  })

  test("counts from the local day of the party's place", () => {
    const late = { now: "2026-11-25T23:30:00-08:00", language: "en" } as const
    expect(findSlots("tomorrow", { ...late, timeZone: "America/Los_Angeles" }).date?.date).toBe("2026-11-26")
    expect(findSlots("tomorrow", { ...late, timeZone: "America/New_York" }).date?.date).toBe("2026-11-27")
  })

  test("knows the past and what is no date", () => {
    expect(read("last Saturday").date).toMatchObject({ date: "2026-11-21", isPast: true })
    expect(read("20 adults and 5 kids 8-10").date).toBeUndefined()
  })
})

describe("times", () => {
  test.each([
    ["around 6", "18:00", true],
    ["6:30pm", "18:30", false],
    ["noon", "12:00", false],
    ["six-ish", "18:00", true],
    ["in the evening", "18:00", true],
    ["at 18:00", "18:00", false],
    ["half past six", "18:30", false],
  ])("reads %s", (text, time, isApproximate) => {
    expect(read(text).time).toMatchObject({ time, isApproximate })
  })

  test("takes no head count for an hour", () => {
    expect(read("for 20 people at 6 on Saturday")).toMatchObject({
      time: { time: "18:00" },
      guests: { total: 20 },
    })
    expect(read("around 20 people").time).toBeUndefined()
  })
})

test("reads place, distance and contact", () => {
  expect(read("1234 Main Street, Oakland CA 94607").place).toMatchObject({
    street: "1234 Main Street",
    city: "Oakland",
    state: "CA",
    zip: "94607",
  })
  expect(read("we live 45 miles away from Fremont")).toMatchObject({ distanceMiles: 45 })
  expect(read("forty one point seven five miles away")).toMatchObject({ distanceMiles: 41.75 })
  expect(read("we live 45 miles away from Fremont").place).toBeUndefined()
  expect(read("booking MH-4F2K9, maria@x.com, 510-555-0199")).toMatchObject({
    bookingReference: "MH-4F2K9",
    email: "maria@x.com",
    phone: "510-555-0199",
  })
})

test("reads choices with their counts and what shall happen to them", () => {
  expect(read("lobster for 4 and filet x2, add gyoza, 2 orders of edamame, no shrimp").items).toEqual([
    { item: "lobster_tail", count: 4, action: "mention" },
    { item: "filet_mignon", count: 2, action: "mention" },
    { item: "gyoza", count: null, action: "add" },
    { item: "edamame", count: 2, action: "want" },
    { item: "shrimp", count: null, action: "remove" },
  ])
})

test("keeps a declared allergy apart from a question about an ingredient", () => {
  expect(
    read("my son is allergic to peanuts and tree nuts").allergies.map(({ allergen }) => allergen),
  ).toEqual(["peanuts", "tree_nuts"])
  const question = read("is there egg in the fried rice?")
  expect(question.allergensNamed).toEqual(["egg"])
  expect(question.allergies).toEqual([])
})

test("reads amounts in cents", () => {
  expect(read("I paid $1,250.50 and 20%")).toMatchObject({ amountsCents: [125050], percentages: [20] })
})

test("merges turns: the newer word counts, additions are added, allergies stay", () => {
  const first = read("20 people on Saturday in Oakland, one is allergic to shellfish")
  const second = mergeSlots(first, read("actually add 3 more people, and lobster for 2"))
  const third = mergeSlots(second, read("make it Sunday, no lobster"))
  expect(third.guests?.total).toBe(23)
  expect(third.place?.city).toBe("Oakland")
  expect(third.date?.date).toBe("2026-11-29")
  expect(third.items).toEqual([])
  expect(third.allergies).toHaveLength(1)
})

test("splits an earlier total when the children are told later", () => {
  const merged = mergeSlots(read("party of 20"), read("3 kids, ages 4, 7 and 11"))
  expect(merged.guests).toMatchObject({ adults: 17, children: 2, littleOnes: 1, total: 20 })
})
