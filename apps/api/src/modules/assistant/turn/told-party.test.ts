import { expect, test } from "vitest"
import { understand } from "#modules/understanding/index.ts"
import { readToldParty, type ToldParty, withoutEarlierMoves } from "./told-party.ts"

const OPTIONS = { now: "2027-04-07T13:15:00-07:00", timeZone: "America/Los_Angeles", channel: "sms" } as const

function tell(...texts: string[]): ToldParty | null {
  return texts.reduce<ToldParty | null>((told, text) => {
    const { plain, slots } = understand(text, OPTIONS)
    return readToldParty(plain, slots, told)
  }, null)
}

test("takes the day and the start of a party that is said to be booked, and keeps them when another day is wished", () => {
  const told = { date: "2027-04-24", time: "18:00", isBooked: true }
  expect(tell("we've got a chef coming sat april 24 at 6 in LA")).toMatchObject(told)
  expect(tell("We are booked for April 24 at 6 pm.", "Could we do May 8 at 3 instead?")).toMatchObject(told)
  expect(tell("Our dinner is on April 24 at 6 pm, can we move it to May 1?")).toMatchObject({
    ...told,
    isBooked: false,
  })
})

test("takes the last day of a party that was moved, and tells whose wish that was", () => {
  expect(tell("Our party was first on April 3 and you kindly moved it to April 17 for us.")).toMatchObject({
    date: "2027-04-17",
    movesWished: 1,
    movesMade: 0,
  })
  expect(tell("you guys moved our feb party to april 17 bc of the storm")).toMatchObject({
    date: "2027-04-17",
    movesWished: 0,
    movesMade: 1,
  })
  expect(tell("We moved it once ourselves and then you moved us because of a storm.")).toMatchObject({
    movesWished: 1,
    movesMade: 1,
  })
})

test("counts the money that is said to be paid, in digits or words", () => {
  expect(tell("we're booked on Friday and already paid all of it, fourteen hundred thirty")?.paidCents).toBe(
    143_000,
  )
  expect(tell("we are booked on Friday and haven't paid the $1,430 yet")?.paidCents).toBeNull()
})

test("takes no wish and no plan for a party that is booked", () => {
  expect(tell("How much is it for 20 adults on April 24?")).toBeNull()
  expect(tell("Could we move it to May 8?")).toBeNull()
  expect(tell("If we moved the party to May 8, what would it cost?")).toBeNull()
})

test("leaves the reasons of earlier moves out of the wish", () => {
  expect(
    withoutEarlierMoves("You moved us because of the storm. Can we go to May 8 for free?"),
  ).not.toContain("storm")
})
