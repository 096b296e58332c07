import {
  type AffectedParty,
  type ChefFeed,
  EditChef,
  type TimeOffWithConflicts,
} from "@myhibachi/contract/chef-time"
import type { ChefCalendar } from "@myhibachi/contract/crew"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { findCalendarConflicts } from "#modules/booking/find-calendar-conflicts.ts"
import { explainAvailability, findNextStarts } from "#modules/booking/index.ts"
import { aBooking } from "#modules/booking/testing/booked-party.ts"
import { signInAs } from "#modules/identity/testing/staff-client.ts"
import { inTransaction } from "#platform/database/database.ts"
import type { AppError } from "#platform/errors.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { deactivateChef } from "./chefs/deactivate-chef.ts"
import { createChef, editChef, moveHome } from "./chefs/edit-chef.ts"
import { listChefs, readChef } from "./chefs/find-chefs.ts"
import { setDayException, setWorkingHours } from "./chefs/set-hours.ts"
import { addBlackout, previewBlackout, removeBlackout } from "./close-time.ts"
import { applyBusy } from "./external/apply-busy.ts"
import { readFeedAddress, rotateFeed, writeFeed } from "./feed/write-feed.ts"
import { handOver } from "./hand-over.ts"
import { findClaimsOfBookings, readCalendar } from "./read-calendar.ts"
import { releaseClaims } from "./release-claims.ts"
import { approveTimeOff, denyTimeOff, withdrawTimeOff } from "./time-off/decide-time-off.ts"
import { findTimeOff } from "./time-off/find-time-off.ts"
import { requestTimeOff } from "./time-off/request-time-off.ts"

let app: TestApplication
beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
})
afterAll(() => app.close())

const GRAND = "12 Grand Ave, Oakland, CA"
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: AppError) => error,
  )
const chefOf = async (bookingId: string) =>
  (await findClaimsOfBookings(app.ctx(), [bookingId])).map((claim) => claim.chefId)
const conflictsOf = (error: AppError | null) => error?.extra.conflicts as AffectedParty[]

/** Asks why the chefs of Fremont cannot take twelve guests at a local time. */
async function rulesAt(date: string, time: string): Promise<Record<string, string | null>> {
  const { starts } = await explainAvailability(app.ctx(), { from: date, adults: 12, address: GRAND, time })
  const [start] = starts
  return Object.fromEntries([
    ["start", start?.rule ?? null],
    ...(start?.chefs.map(({ chefId, rule }) => [chefId, rule]) ?? []),
  ])
}

describe("chefs", () => {
  test("are added, changed and given a home that maps find", async () => {
    const ctx = app.ctx()
    const chef = await createChef(ctx, {
      name: "Noa Berg",
      grade: "regular",
      stationId: "st_fremont",
      skills: ["sushi"],
      maxGuests: 20,
      maxPartiesPerDay: 2,
    })
    expect(chef).toMatchObject({ isActive: true, workingHours: [], maxGuests: 20, skills: ["sushi"] })
    const namesake = createChef(ctx, { ...chef, name: "noa berg", stationId: "st_fremont" })
    expect(await failure(namesake)).toMatchObject({ code: "name-taken" })
    await editChef(ctx, { ...EditChef.parse({ grade: "senior", maxPartiesPerDay: 4 }), chefId: chef.id })
    await moveHome(ctx, { chefId: chef.id, address: "9 Lake Dr, Oakland, CA" })
    expect(await readChef(ctx, chef.id)).toMatchObject({
      grade: "senior",
      maxPartiesPerDay: 4,
      maxGuests: 20,
      skills: ["sushi"],
      homeAddress: "9 Lake Dr, Oakland, CA 94612, USA",
      version: 3,
    })
    const nowhere = moveHome(ctx, { chefId: chef.id, address: "Nowhere at all" })
    expect(await failure(nowhere)).toMatchObject({ code: "address-unknown" })
  })

  test("keep their parties when their hours change, and the parties outside are named", async () => {
    const ctx = app.ctx()
    const bookingId = await aBooking(ctx, { date: "2026-12-04" }, "Outside Hours")
    const [chefId = ""] = await chefOf(bookingId)
    const noon = { weekday: 5, from: "10:00", to: "14:00" }
    const saved = await setWorkingHours(ctx, { chefId, workingHours: [noon] })
    expect(saved.partiesOutside).toMatchObject([{ bookingId, title: "Outside Hours" }])
    expect(await chefOf(bookingId)).toEqual([chefId])
    const wrong = setWorkingHours(ctx, {
      chefId,
      workingHours: [noon, { weekday: 5, from: "13:00", to: "16:00" }],
    })
    expect(await failure(wrong)).toMatchObject({ code: "hours-overlap" })
  })

  test("go out of work only when every party is with somebody else", async () => {
    const ctx = app.ctx()
    const bookingId = await aBooking(ctx, { date: "2027-03-06" }, "Never Lost")
    const [chefId = ""] = await chefOf(bookingId)
    const refused = await failure(deactivateChef(ctx, { chefId, handovers: [] }))
    expect(refused).toMatchObject({ code: "chef-has-parties" })
    const handovers = conflictsOf(refused).map(({ claimId, candidates }) => ({
      claimId,
      toChefId: candidates[0]?.chefId ?? "",
    }))
    const done = await deactivateChef(ctx, { chefId, handovers })
    expect(done.chef.isActive).toBe(false)
    expect(done.moved.map((party) => party.bookingId)).toContain(bookingId)
    expect(await chefOf(bookingId)).toEqual([handovers.find(({ claimId }) => claimId)?.toChefId])
    expect(await rulesAt("2027-03-06", "12:00")).not.toHaveProperty(chefId)
  })
})

describe("a start that is not offered", () => {
  const date = "2027-02-20"
  const at = (time: string) => `2027-02-20T${time}:00Z`

  test("names the rule of each chef and of the start", async () => {
    const ctx = app.ctx()
    const [off, short, busy, away, capped, small] = (await listChefs(ctx, { stationId: "st_fremont" }))
      .filter((chef) => chef.isActive && chef.workingHours.some((rule) => rule.weekday === 6))
      .map((chef) => chef.id)
    if (!off || !short || !busy || !away) throw new Error("The sample business has more chefs.")
    await setDayException(ctx, { chefId: off, date, hours: [], note: "exam" })
    await setDayException(ctx, { chefId: short, date, hours: [{ from: "11:00", to: "16:00" }], note: "" })
    await applyBusy(ctx, {
      chefId: busy,
      busy: [{ fromMs: Date.parse(at("22:00")), toMs: Date.parse(at("23:30")) }],
    })
    const wish = await requestTimeOff(ctx, {
      chefId: away,
      from: at("20:00"),
      to: "2027-02-21T08:00:00Z",
      reason: "rest",
    })
    await approveTimeOff(ctx, { timeOffId: wish.id, handovers: [] })
    if (small) await editChef(ctx, { chefId: small, maxGuests: 8 })
    const rules = await rulesAt(date, "15:00")
    expect(rules).toMatchObject({
      [off]: "exception",
      [short]: "exception",
      [busy]: "external-busy",
      [away]: "time-off",
      ...(small ? { [small]: "too-many-guests" } : {}),
      ...(capped ? { start: null } : {}),
    })
    expect((await rulesAt(date, "12:00"))[short]).toBeNull()
    expect((await rulesAt(date, "03:00")).start).toBe("not-a-start")
    expect((await rulesAt(date, "18:07")).start).toBe("not-a-start")
    expect((await rulesAt("2026-11-11", "18:00")).start).toBe("lead-time")
  })

  test("is one beyond the chef's parties of a day, and next starts pass over it", async () => {
    const ctx = app.ctx()
    const chefs = await listChefs(ctx, { stationId: "st_miami" })
    for (const chef of chefs) await editChef(ctx, { chefId: chef.id, maxPartiesPerDay: 1 })
    const first = { adults: 12, stationId: "st_miami" }
    const before = await findNextStarts(ctx, { ...first, limit: 3 })
    expect(before.starts).toHaveLength(3)
    const earliest = ctx.now().add({ hours: 48 }).toString()
    expect(before.starts.filter(({ startsAt }) => startsAt < earliest)).toEqual([])
    const closed = await addBlackout(ctx, {
      from: before.starts[0]?.startsAt ?? "",
      to: before.starts[2]?.startsAt ?? "",
      reason: "storm",
      stationId: "st_miami",
    })
    const after = await findNextStarts(ctx, { ...first, limit: 3 })
    const reopened = before.starts[2]?.startsAt ?? ""
    expect(after.starts.filter(({ startsAt }) => startsAt < reopened)).toEqual([])
    await removeBlackout(ctx, closed.id)
    expect(await findNextStarts(ctx, { ...first, limit: 3 })).toEqual(before)
  })
})

test("a dispatcher sees the chefs beyond their cap, the tight drives and the parties that lack a chef", async () => {
  const ctx = app.ctx()
  const day = { date: "2027-04-10" }
  const noon = await aBooking(ctx, { ...day, time: "12:00" }, "First Of Two")
  const [chefId = ""] = await chefOf(noon)
  for (const { claimId, toChefId } of await allToOne(
    await aBooking(ctx, { ...day, time: "15:00" }, "Second"),
    chefId,
  ))
    await handOver(ctx, { claimId, toChefId })
  await editChef(ctx, { chefId, maxPartiesPerDay: 1 })
  const short = await aBooking(ctx, { date: "2027-04-11" }, "Nobody Comes")
  await releaseInTransaction(short)
  const { items } = await findCalendarConflicts(ctx, {
    from: "2027-04-10",
    to: "2027-04-11",
    slackMinutes: 60,
  })
  expect(items.map(({ kind, bookingId }) => [kind, bookingId === short])).toEqual([
    ["tight-leg", false],
    ["over-cap", false],
    ["unassigned", true],
  ])
})

const releaseInTransaction = (bookingId: string) =>
  inTransaction(app.ctx(), (ctx) => releaseClaims(ctx, { bookingId }))

async function allToOne(bookingId: string, toChefId: string) {
  const claims = await findClaimsOfBookings(app.ctx(), [bookingId])
  return claims.map(({ id }) => ({ claimId: id, toChefId }))
}

describe("time off", () => {
  test("shows the parties in it, hands them over on approval and comes back when it is withdrawn", async () => {
    const ctx = app.ctx()
    const bookingId = await aBooking(ctx, { date: "2027-01-23" }, "Tina Timeoff")
    const [chefId = ""] = await chefOf(bookingId)
    const span = { from: "2027-01-23T20:00:00Z", to: "2027-01-25T00:00:00Z", reason: "wedding" }
    expect(await previewBlackout(ctx, { ...span, stationId: "st_fremont" })).toMatchObject([{ bookingId }])
    const wish = await requestTimeOff(ctx, { ...span, chefId })
    expect(wish).toMatchObject({ status: "requested", conflicts: [{ bookingId, chefId }] })
    const [conflict] = wish.conflicts
    const toChefId = conflict?.candidates[0]?.chefId ?? ""
    const refused = await failure(approveTimeOff(ctx, { timeOffId: wish.id, handovers: [] }))
    expect(refused).toMatchObject({ code: "time-off-conflicts" })
    expect(conflictsOf(refused)).toMatchObject([{ bookingId }])
    const handovers = [{ claimId: conflict?.claimId ?? "", toChefId }]
    const approved = await approveTimeOff(ctx, { timeOffId: wish.id, handovers })
    expect(approved).toMatchObject({ status: "approved", conflicts: [] })
    expect(await chefOf(bookingId)).toEqual([toChefId])
    const claimsOn = async () => {
      const calendar: ChefCalendar = await readCalendar(ctx, { from: "2027-01-23", to: "2027-01-23", chefId })
      return calendar.chefs[0]?.claims.map((claim) => claim.kind)
    }
    expect(await claimsOn()).toEqual(["time_off"])
    await withdrawTimeOff(ctx, { timeOffId: wish.id })
    expect(await claimsOn()).toEqual([])
    expect(await failure(withdrawTimeOff(ctx, { timeOffId: wish.id }))).toMatchObject({
      code: "time-off-decided",
    })
  })

  test("is denied with a reason, and a chef reaches only their own", async () => {
    const [mine, other] = await listChefs(app.ctx(), { stationId: "st_dallas" })
    const me = app.ctx({
      kind: "staff",
      userId: "usr_chef",
      role: "chef",
      name: "Chef",
      email: "chef@example.com",
      chefId: mine?.id ?? "",
    })
    const span = { from: "2027-05-01T00:00:00Z", to: "2027-05-03T00:00:00Z", reason: "trip" }
    const wish: TimeOffWithConflicts = await requestTimeOff(me, { ...span, chefId: mine?.id ?? "" })
    const foreign = withdrawTimeOff(me, { timeOffId: wish.id, chefId: other?.id ?? "" })
    expect(await failure(foreign)).toMatchObject({ code: "time-off-not-found" })
    await denyTimeOff(app.ctx(), { timeOffId: wish.id, reason: "two are away already" })
    const { items } = await findTimeOff(app.ctx(), { chefId: mine?.id, limit: 10 })
    expect(items).toMatchObject([{ status: "denied", decisionReason: "two are away already" }])
  })
})

describe("the private feed", () => {
  test("has each party once under one UID, counts its moves and ends with its address", async () => {
    const ctx = app.ctx()
    const bookingId = await aBooking(ctx, { date: "2027-03-13" }, "Feed Reader")
    const [chefId = ""] = await chefOf(bookingId)
    const { url } = await readFeedAddress(ctx, { chefId })
    const path = new URL(url).pathname
    const first = await app.http.inject({ url: path })
    const body = first.body.replaceAll("\r\n ", "")
    expect(first.headers["content-type"]).toContain("text/calendar")
    expect(body).toContain(`UID:${bookingId}-${chefId}@`)
    expect(body).toContain("LOCATION:12 Grand Ave\\, Oakland")
    // Six in the evening, an hour before the clocks change that night.
    expect(body).toContain("DTSTART:20270314T013000Z")
    expect(body).not.toMatch(/\$|USD|deposit/i)
    const again = await app.http.inject({
      url: path,
      headers: { "if-none-match": String(first.headers.etag) },
    })
    expect(again.statusCode).toBe(304)
    const token = path.split("/").at(-2) ?? ""
    await rotateFeed(ctx, { chefId })
    expect(await failure(writeFeed(ctx, { token }))).toMatchObject({ code: "link-invalid" })
    expect((await app.http.inject({ url: path })).statusCode).toBe(404)
  })

  test("is at hand for the chef it belongs to, and for nobody else on the staff without the right", async () => {
    const [chef, support] = [await signInAs(app, "chef"), await signInAs(app, "support")]
    const mine: ChefFeed = (await chef("GET", "/v1/chefs/me/feed")).json
    const renewed: ChefFeed = (await chef("POST", "/v1/chefs/me/feed/rotate")).json
    expect(renewed.url).not.toBe(mine.url)
    expect((await app.http.inject({ url: new URL(mine.url).pathname })).statusCode).toBe(404)
    const fresh = await app.http.inject({ url: new URL(renewed.url).pathname })
    expect(fresh.body).toContain("Kenji Marlow: parties")
    expect((await support("GET", "/v1/chefs/me/feed")).status).toBe(403)
  })
})
