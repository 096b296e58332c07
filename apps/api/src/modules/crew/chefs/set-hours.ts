import type {
  ChefHours,
  DayException,
  SavedDayException,
  SetDayException,
  SetWorkingHours,
} from "@myhibachi/contract/chef-time"
import { and, asc, eq, gte } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { invalidField, notFound } from "#platform/errors.ts"
import { lockCrew } from "../claim-chefs.ts"
import { describeParties, readParties } from "../find-affected.ts"
import { type ClaimRow, readCrewWindow } from "../read-crew.ts"
import { exceptions, workingHours } from "../tables.ts"
import { readChef } from "./find-chefs.ts"

/** @returns the weekly hours and the parties that lie outside of the chef's hours. @throws AppError "chef-not-found". */
export async function readHours(ctx: Context, input: { chefId: string }): Promise<ChefHours> {
  const chef = await readChef(ctx, input.chefId)
  const outside = await readOutside(ctx, input.chefId)
  return {
    timeZone: chef.timeZone,
    workingHours: chef.workingHours,
    partiesOutside: await describeParties(ctx, outside),
  }
}

/** Replaces the weekly hours; parties outside of them stay and are named. @throws AppError "hours-overlap". */
export async function setWorkingHours(
  ctx: Context,
  input: SetWorkingHours & { chefId: string },
): Promise<ChefHours> {
  refuseOverlaps(
    input.workingHours.map((rule) => ({ ...rule, day: rule.weekday - 1 })),
    7,
    "/workingHours",
  )
  return inTransaction(ctx, async (ctx) => {
    const chef = await readChef(ctx, input.chefId)
    await lockCrew(ctx, chef.stationId)
    await ctx.db.delete(workingHours).where(eq(workingHours.chefId, chef.id))
    const rows = input.workingHours.map(({ weekday, from, to }) => ({
      chefId: chef.id,
      weekday,
      fromTime: from,
      toTime: to,
    }))
    if (rows.length > 0) await ctx.db.insert(workingHours).values(rows)
    await audit(ctx, {
      action: "chef.hours-set",
      entity: "chef",
      entityId: chef.id,
      details: { workingHours: input.workingHours },
    })
    return readHours(ctx, input)
  })
}

interface WallSpan {
  day: number
  from: string
  to: string
}

const DAY = 24 * 60

/** Refuses spans that run into each other, also over midnight and over the end of the week. */
function refuseOverlaps(spans: readonly WallSpan[], days: number, pointer: string): void {
  const placed = spans
    .map(({ day, from, to }, index) => {
      const start = day * DAY + minutesOf(from)
      const end = day * DAY + minutesOf(to) + (to <= from ? DAY : 0)
      return { start, end, index }
    })
    .sort((left, right) => left.start - right.start)
  for (const [position, span] of placed.entries()) {
    const next = placed[(position + 1) % placed.length]
    if (!next || next === span) continue
    const isLast = position === placed.length - 1
    const nextStart = isLast ? next.start + days * DAY : next.start
    if ((days === 7 || !isLast) && span.end > nextStart)
      throw invalidField(
        `${pointer}/${span.index}`,
        "These hours run into the next ones; end them earlier or join the two.",
        "hours-overlap",
      )
  }
}

function minutesOf(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":")
  return Number(hours) * 60 + Number(minutes)
}

/** @returns the exceptions from a local date on, today when it is absent. */
export async function listExceptions(
  ctx: Context,
  input: { chefId: string; from?: string | undefined },
): Promise<DayException[]> {
  const chef = await readChef(ctx, input.chefId)
  const from = input.from ?? ctx.now().toZonedDateTimeISO(chef.timeZone).toPlainDate().toString()
  const rows = await ctx.db
    .select()
    .from(exceptions)
    .where(and(eq(exceptions.chefId, chef.id), gte(exceptions.date, from)))
    .orderBy(asc(exceptions.date))
  return rows.map(({ date, hours, note }) => ({ date, hours, note }))
}

/** Gives one day other hours, or none; parties outside of them stay and are named. @throws AppError "hours-overlap". */
export async function setDayException(
  ctx: Context,
  input: SetDayException & { chefId: string; date: string },
): Promise<SavedDayException> {
  refuseOverlaps(
    input.hours.map((span) => ({ ...span, day: 0 })),
    1,
    "/hours",
  )
  return inTransaction(ctx, async (ctx) => {
    const chef = await readChef(ctx, input.chefId)
    await lockCrew(ctx, chef.stationId)
    const { hours, note, date } = input
    await ctx.db
      .insert(exceptions)
      .values({ chefId: chef.id, date, hours, note, savedAt: ctx.now() })
      .onConflictDoUpdate({
        target: [exceptions.chefId, exceptions.date],
        set: { hours, note, savedAt: ctx.now() },
      })
    await audit(ctx, {
      action: "chef.exception-set",
      entity: "chef",
      entityId: chef.id,
      details: { date, hours, note },
    })
    const outside = (await readOutside(ctx, chef.id)).filter((row) => dateOf(row, chef.timeZone) === date)
    return { date, hours, note, partiesOutside: await describeParties(ctx, outside) }
  })
}

/** Gives the day its weekly hours back. @throws AppError "exception-not-found". */
export async function removeDayException(
  ctx: Context,
  input: { chefId: string; date: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const chef = await readChef(ctx, input.chefId)
    await lockCrew(ctx, chef.stationId)
    const removed = await ctx.db
      .delete(exceptions)
      .where(and(eq(exceptions.chefId, chef.id), eq(exceptions.date, input.date)))
      .returning()
    if (removed.length === 0) throw notFound("exception", input.date)
    const details = { date: input.date }
    await audit(ctx, { action: "chef.exception-removed", entity: "chef", entityId: chef.id, details })
  })
}

/** @returns the chef's parties to come that lie outside of their hours. */
async function readOutside(ctx: Context, chefId: string): Promise<ClaimRow[]> {
  const chef = await readChef(ctx, chefId)
  const parties = await readParties(ctx, chefId)
  const [first] = parties
  const last = parties.at(-1)
  if (!first || !last) return []
  const window = await readCrewWindow(ctx, {
    stationId: chef.stationId,
    timeZone: chef.timeZone,
    within: { from: first.work.from, to: last.work.to },
  })
  const shifts = window.members.find((member) => member.id === chefId)?.shifts ?? []
  return parties.filter(
    ({ work }) =>
      !shifts.some(
        (shift) => shift.fromMs <= work.from.epochMilliseconds && work.to.epochMilliseconds <= shift.toMs,
      ),
  )
}

function dateOf(row: ClaimRow, timeZone: string): string {
  return (row.startsAt ?? row.work.from).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
