import type { BookingCrew } from "@myhibachi/contract/assignments"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { findAvailability } from "../find-availability.ts"
import { aBooking } from "../testing/booked-party.ts"
import { assignChef, readBookingCrew } from "./assign-chefs.ts"

let app: TestApplication
let ctx: Context

beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
  ctx = app.ctx()
})
afterAll(() => app.close())

const crews = fc.record({
  limits: fc.array(
    fc.record({
      maxGuests: fc.option(fc.integer({ min: 5, max: 30 })),
      maxPartiesPerDay: fc.integer({ min: 1, max: 4 }),
      isFar: fc.boolean(),
    }),
    { minLength: 6, maxLength: 6 },
  ),
  parties: fc.array(
    fc.record({
      adults: fc.integer({ min: 1, max: 60 }),
      address: fc.constantFrom("12 Grand Ave, Oakland, CA", "9 Lake Dr, Oakland, CA"),
      choice: fc.nat(),
    }),
    { minLength: 5, maxLength: 5 },
  ),
})

/** Gives the chefs of Fremont limits and homes of their own. */
async function setLimits(limits: { maxGuests: number | null; maxPartiesPerDay: number; isFar: boolean }[]) {
  const { rows } = await ctx.db.execute<{ id: string }>(
    "select id from crew_chefs where station_id = 'st_fremont' order by id",
  )
  for (const [index, { id }] of rows.entries()) {
    const limit = limits[index]
    if (!limit) throw new Error("There are more chefs than limits.")
    const home = limit.isFar ? "38.58, home_longitude = -121.49" : "null, home_longitude = null"
    await ctx.db.execute(`update crew_chefs set max_guests = ${limit.maxGuests ?? "null"},
      max_parties_per_day = ${limit.maxPartiesPerDay}, home_latitude = ${home} where id = '${id}'`)
  }
}

/** Tries every chef in the place of the first one. @returns whom the verb and the database refused. */
async function tryAll(bookingId: string, crew: BookingCrew): Promise<string[]> {
  const refused: string[] = []
  let now = crew
  for (const { chefId } of crew.candidates) {
    const replacesId = now.assignments[0]?.id ?? ""
    if (now.assignments.some((assignment) => assignment.chefId === chefId)) continue
    try {
      now = await assignChef(ctx, { bookingId, chefId, replacesId })
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "chef-not-free") throw error
      refused.push(chefId)
    }
  }
  return refused
}

test("whoever is called free can take the party, whoever is not cannot, for any crew and day", async () => {
  let tried = 0
  for (const [round, crew] of fc.sample(crews, { numRuns: 2, seed: 20261127 }).entries()) {
    await setLimits(crew.limits)
    for (const [index, party] of crew.parties.entries()) {
      const date = `2027-0${round + 1}-1${index % 2}`
      const { adults, address } = party
      const { days } = await findAvailability(ctx, { from: date, adults, address })
      const starts = days[0]?.starts ?? []
      const start = starts[party.choice % Math.max(1, starts.length)]
      if (!start) continue
      const wish = { guests: { adults }, address: { text: address }, date, time: start.time }
      const bookingId = await aBooking(ctx, wish, `Party ${round} ${index}`)
      const before = await readBookingCrew(ctx, bookingId)
      const expected = before.candidates.filter(({ rule }) => rule !== null && rule !== "has-this-party")
      const first = before.assignments[0]?.chefId
      const refused = await tryAll(bookingId, before)
      expect(refused.filter((chefId) => chefId !== first)).toEqual(expected.map(({ chefId }) => chefId))
      tried += before.candidates.length
    }
  }
  expect(tried).toBeGreaterThan(40)
})
