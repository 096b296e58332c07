import { createHash } from "node:crypto"
import type { CalendarConnection } from "@myhibachi/contract/chef-time"
import { and, eq } from "drizzle-orm"
import ical from "ical-generator"
import { z } from "zod"
import { currentPolicies } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import type { BusyTimes } from "#providers/calendar/port.ts"
import { readChef } from "../chefs/find-chefs.ts"
import { describeParty } from "../feed/describe-party.ts"
import { type PartyEvent, readPartyEvents, UID_DOMAIN } from "../party-events.ts"
import { applyBusy } from "./apply-busy.ts"
import {
  accountOf,
  type ConnectionRow,
  presentConnection,
  requireCalendars,
  requireConnection,
} from "./connect-calendar.ts"
import { externalCalendars, pushedEvents } from "./tables.ts"

const HOUR_MS = 3_600_000

/**
 * Reads the chef's busy times and writes our parties, both ways once.
 * @returns the connection with what went wrong, if anything did. @throws AppError "calendar-not-found".
 */
export async function syncCalendar(ctx: Context, input: { chefId: string }): Promise<CalendarConnection> {
  const row = await requireConnection(ctx, input.chefId)
  const problem = await trySync(ctx, row)
  // Only of the connection that was read: it may have been replaced meanwhile.
  const [after] = await ctx.db
    .update(externalCalendars)
    .set({ problem, ...(problem === null ? { syncedAt: ctx.now() } : {}) })
    .where(
      and(eq(externalCalendars.chefId, row.chefId), eq(externalCalendars.sealedPassword, row.sealedPassword)),
    )
    .returning()
  return presentConnection(after ?? (await requireConnection(ctx, input.chefId)))
}

async function trySync(ctx: Context, row: ConnectionRow): Promise<string | null> {
  try {
    const { unreadable } = await pullBusy(ctx, row)
    await pushParties(ctx, row)
    if (unreadable === 0) return null
    return `${unreadable === 1 ? "One entry" : `${unreadable} entries`} could not be read and count as free; look at them in the calendar.`
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
}

async function pullBusy(ctx: Context, row: ConnectionRow): Promise<BusyTimes> {
  const chef = await readChef(ctx, row.chefId)
  const { parameters } = await currentPolicies(ctx)
  const nowMs = ctx.now().epochMilliseconds
  const times = await requireCalendars(ctx).readBusy(accountOf(ctx, row), {
    calendarUrl: row.calendarUrl,
    fromMs: nowMs,
    toMs: nowMs + (parameters.scheduling.bookableDays + 1) * 24 * HOUR_MS,
    timeZone: chef.timeZone,
    isOwn: (uid) => uid.endsWith(`@${UID_DOMAIN}`),
  })
  await applyBusy(ctx, { chefId: chef.id, busy: times.busy })
  return times
}

/** Writes what is new or has moved, and removes what is no longer the chef's. */
async function pushParties(ctx: Context, row: ConnectionRow): Promise<void> {
  const chef = await readChef(ctx, row.chefId)
  const calendars = requireCalendars(ctx)
  const account = accountOf(ctx, row)
  const parties = await readPartyEvents(ctx, { chefId: chef.id, endsAfter: ctx.now() })
  const pushed = await ctx.db.select().from(pushedEvents).where(eq(pushedEvents.chefId, chef.id))
  for (const party of parties) {
    const text = writeEntry(party, chef.timeZone)
    const fingerprint = createHash("sha256").update(text).digest("base64url")
    const known = pushed.find(({ uid }) => uid === party.uid) ?? null
    if (known?.fingerprint === fingerprint) continue
    const event = { calendarUrl: row.calendarUrl, uid: party.uid, text, known }
    const written = await calendars.writeEvent(account, event)
    const kept = { ...written, fingerprint, pushedAt: ctx.now() }
    await ctx.db
      .insert(pushedEvents)
      .values({ chefId: chef.id, uid: party.uid, ...kept })
      .onConflictDoUpdate({ target: [pushedEvents.chefId, pushedEvents.uid], set: kept })
  }
  const gone = pushed.filter(({ uid }) => !parties.some((party) => party.uid === uid))
  for (const { uid, url, etag } of gone) {
    if (!(await isOver(ctx, chef.id, uid))) await calendars.removeEvent(account, { url, etag })
    await ctx.db.delete(pushedEvents).where(and(eq(pushedEvents.chefId, chef.id), eq(pushedEvents.uid, uid)))
  }
}

/** A party that has taken place stays in the chef's diary. */
async function isOver(ctx: Context, chefId: string, uid: string): Promise<boolean> {
  const endsAfter = ctx.now().subtract({ hours: 30 * 24 })
  return (await readPartyEvents(ctx, { chefId, endsAfter })).some((party) => party.uid === uid)
}

function writeEntry(party: PartyEvent, timeZone: string): string {
  const calendar = ical({
    prodId: { company: "MyHibachi", product: "crew", language: "EN" },
    timezone: "UTC",
  })
  calendar.createEvent(describeParty(party, timeZone))
  return calendar.toString()
}

export const syncCalendarJob = defineJob({
  name: "crew.sync-calendar",
  schema: z.object({ chefId: z.string() }),
  run: async (ctx, input) => {
    await syncCalendar(ctx, input)
  },
})

/** Every connected chef in a job of their own, so that one slow server holds up nobody else. */
const syncAllJob = defineJob({
  name: "crew.sync-calendars",
  schema: z.object({}).strict() as z.ZodType<Record<string, never>>, // safe: strict and without members
  run: async (ctx) => {
    const rows = await ctx.db.select({ chefId: externalCalendars.chefId }).from(externalCalendars)
    const window = Math.floor(ctx.now().epochMilliseconds / (5 * 60_000))
    for (const { chefId } of rows)
      await ctx.services.jobs.enqueue(ctx, syncCalendarJob, { chefId }, { key: `${chefId}:${window}` })
  },
})

export const syncSchedule = { job: syncAllJob, cron: "*/10 * * * *", timeZone: "UTC" }
