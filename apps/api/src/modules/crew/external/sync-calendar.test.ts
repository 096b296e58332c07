import { afterAll, beforeAll, expect, test } from "vitest"
import { explainAvailability } from "#modules/booking/index.ts"
import { rescheduleBooking } from "#modules/booking/reschedule-booking.ts"
import { aBooking } from "#modules/booking/testing/booked-party.ts"
import type { AppError } from "#platform/errors.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { createSandbox, type RunningSandbox } from "../../../../../sandbox/src/sandbox.ts"
import { handOver } from "../hand-over.ts"
import { findClaimsOfBookings, readCalendar } from "../read-calendar.ts"
import { connectCalendar, disconnectCalendar, findCalendars, readConnection } from "./connect-calendar.ts"
import { syncCalendar } from "./sync-calendar.ts"

let app: TestApplication
let sandbox: RunningSandbox
beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
  sandbox = await createSandbox({ realTime: () => app.clock.now().epochMilliseconds })
})
afterAll(async () => {
  await app.close()
  await sandbox.close()
})

const login = (userName: string) => ({ serverUrl: sandbox.url, userName, password: "app-password-of-a-chef" })
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: AppError) => error,
  )

async function control<T>(method: string, path: string, body?: object): Promise<T> {
  const reply = await fetch(`${sandbox.url}/_control/caldav/${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {}),
  })
  return (reply.status === 204 ? undefined : await reply.json()) as T // safe: the sandbox's own face
}
const entriesOf = (user: string) => control<{ name: string; text: string }[]>("GET", `${user}/home`)

async function kindsOn(chefId: string, date: string): Promise<string[]> {
  const { chefs } = await readCalendar(app.ctx(), { from: date, to: date, chefId })
  return (
    chefs[0]?.claims.map(({ kind, from, to }) => `${kind} ${from.slice(11, 16)}–${to.slice(11, 16)}`) ?? []
  )
}

test("busy times close starts, our parties appear there and are never read back, moves and ends follow", async () => {
  const ctx = app.ctx()
  const bookingId = await aBooking(ctx, { date: "2026-12-12" }, "Pushed Party")
  const [claim] = await findClaimsOfBookings(ctx, [bookingId])
  const chefId = claim?.chefId ?? ""
  const { name } = await control<{ name: string }>("POST", "kenji/home", {
    summary: "Dentist",
    from: "2026-12-18T23:30:00Z",
    to: "2026-12-19T01:00:00Z",
  })
  const { items } = await findCalendars(ctx, login("kenji"))
  expect(items.map((calendar) => calendar.name)).toEqual(["Home", "Work"])
  await connectCalendar(ctx, { ...login("kenji"), chefId })
  expect(await syncCalendar(ctx, { chefId })).toMatchObject({ problem: null, calendarName: "Home" })

  expect(await kindsOn(chefId, "2026-12-18")).toEqual(["external 23:30–01:00"])
  const query = { from: "2026-12-18", adults: 12, address: "12 Grand Ave, Oakland, CA", time: "15:00" }
  const [start] = (await explainAvailability(ctx, query)).starts
  expect(start?.chefs.find((chef) => chef.chefId === chefId)?.rule).toBe("external-busy")
  const pushed = (await entriesOf("kenji")).filter(({ text }) => text.includes("Pushed Party"))
  expect(pushed).toHaveLength(1)
  expect(pushed[0]?.text).toContain("DTSTART:20261213T013000Z")

  // Nothing changed, so a second time changes nothing: no loop, and no entry written again.
  const before = await entriesOf("kenji")
  await syncCalendar(ctx, { chefId })
  expect(await entriesOf("kenji")).toEqual(before)
  expect((await kindsOn(chefId, "2026-12-12")).filter((kind) => kind.startsWith("external"))).toEqual([])

  await rescheduleBooking(ctx, { bookingId, startsAt: "2026-12-12T23:00:00Z", because: "company" })
  await control("DELETE", `kenji/home/${name}`)
  await syncCalendar(ctx, { chefId })
  expect(await kindsOn(chefId, "2026-12-18")).toEqual([])
  const moved = (await entriesOf("kenji")).find(({ text }) => text.includes("Pushed Party"))
  expect(moved?.text).toContain("DTSTART:20261212T223000Z")
  expect(moved?.text).toContain("SEQUENCE:1")

  const [now] = await findClaimsOfBookings(ctx, [bookingId])
  const other = (await readCalendar(ctx, { from: "2026-12-12", to: "2026-12-12", stationId: "st_fremont" }))
    .chefs
  const toChefId = other.find((chef) => chef.id !== chefId && chef.claims.length === 0)?.id ?? ""
  await handOver(ctx, { claimId: now?.id ?? "", toChefId })
  await syncCalendar(ctx, { chefId })
  expect((await entriesOf("kenji")).filter(({ text }) => text.includes("Pushed Party"))).toEqual([])
})

test("a booked party inside busy time stays and becomes a task", async () => {
  const ctx = app.ctx()
  const bookingId = await aBooking(ctx, { date: "2027-01-16" }, "Kept Party")
  const [claim] = await findClaimsOfBookings(ctx, [bookingId])
  const chefId = claim?.chefId ?? ""
  await control("POST", "rosa/work", {
    summary: "Concert",
    from: "2027-01-16T22:00:00Z",
    to: "2027-01-17T08:00:00Z",
  })
  const work = (await findCalendars(ctx, login("rosa"))).items[1]?.url ?? ""
  await connectCalendar(ctx, { ...login("rosa"), chefId, calendarUrl: work })
  for (const _ of [1, 2]) await syncCalendar(ctx, { chefId })
  expect((await findClaimsOfBookings(ctx, [bookingId])).map(({ chefId }) => chefId)).toEqual([chefId])
  const kinds = await kindsOn(chefId, "2027-01-16")
  expect(kinds.map((kind) => kind.split(" ")[0])).toEqual(["external", "booking", "external"])
  const tasks = await ctx.db.execute(
    `select title from tasks_tasks where booking_id = '${bookingId}' and kind = 'booking'`,
  )
  expect(tasks.rows).toHaveLength(1)
  await disconnectCalendar(ctx, { chefId })
  expect((await kindsOn(chefId, "2027-01-16")).map((kind) => kind.split(" ")[0])).toEqual(["booking"])
})

test("what goes wrong is said in words, the password is told to nobody and the busy times stay", async () => {
  const ctx = app.ctx()
  const chefId = "chef_hana_okafor"
  const wrong = connectCalendar(ctx, { ...login("hana"), password: "wrong", chefId })
  expect(await failure(wrong)).toMatchObject({ code: "calendar-login-refused" })
  const nowhere = connectCalendar(ctx, {
    ...login("hana"),
    serverUrl: `${sandbox.url.replace(/\d+$/, "1")}/`,
    chefId,
  })
  expect(await failure(nowhere)).toMatchObject({ code: "calendar-unreachable" })

  await control("POST", "hana/home", { from: "2027-02-05T20:00:00Z", to: "2027-02-05T22:00:00Z" })
  await connectCalendar(ctx, { ...login("hana"), chefId })
  await syncCalendar(ctx, { chefId })
  sandbox.ctx.faults.set({ vendor: "caldav", kind: "down" })
  const failed = await syncCalendar(ctx, { chefId })
  sandbox.ctx.faults.clear()
  expect(failed.problem).toContain("out of order (503)")
  expect(await kindsOn(chefId, "2027-02-05")).toEqual(["external 20:00–22:00"])
  expect(JSON.stringify(await readConnection(ctx, { chefId }))).not.toContain("app-password")
  const { rows } = await ctx.db.execute("select sealed_password from crew_external_calendars")
  expect(JSON.stringify(rows)).not.toContain("app-password")
  const audited = await ctx.db.execute(
    "select details from operations_audit where action like 'chef.calendar%'",
  )
  expect(JSON.stringify(audited.rows)).not.toContain("app-password")
})
