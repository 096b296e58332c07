import type { DenyTimeOff, Handovers, TimeOffWithConflicts } from "@myhibachi/contract/chef-time"
import { and, eq, sql } from "drizzle-orm"
import { completeTaskByKey } from "#modules/tasks/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, databaseErrorCode, notFound } from "#platform/errors.ts"
import { readChef } from "../chefs/find-chefs.ts"
import { lockCrew } from "../claim-chefs.ts"
import { readParties } from "../find-affected.ts"
import { handOverAll } from "../hand-over.ts"
import { releaseClaimRows } from "../release-claims.ts"
import { claims } from "../tables.ts"
import { readTimeOff } from "./find-time-off.ts"
import { timeOff } from "./tables.ts"

type TimeOffRow = typeof timeOff.$inferSelect

/**
 * Takes the chef's time, after handing over what was asked for.
 * @throws AppError "time-off-conflicts" (409) with the parties in the way and who could take them, "chef-not-free",
 * "time-off-decided".
 */
export async function approveTimeOff(
  ctx: Context,
  input: Handovers & { timeOffId: string },
): Promise<TimeOffWithConflicts> {
  try {
    return await inTransaction(ctx, (ctx) => approve(ctx, input))
  } catch (cause) {
    if (databaseErrorCode(cause) !== "23P01") throw cause
    const message = "This time is off already or was taken in the meantime; look at the calendar."
    throw new AppError("conflict", "time-off-conflicts", message, {}, { cause })
  }
}

async function approve(ctx: Context, input: Handovers & { timeOffId: string }) {
  const row = await lockRequested(ctx, input.timeOffId)
  const chef = await readChef(ctx, row.chefId)
  await lockCrew(ctx, chef.stationId)
  const during = { from: row.fromAt, to: row.toAt }
  await handOverAll(ctx, {
    handovers: input.handovers,
    readLeft: (ctx) => readParties(ctx, chef.id, during),
    refusal: {
      code: "time-off-conflicts",
      message: (count) => `${chef.name} has ${count} parties or holds then; say who takes each of them.`,
    },
  })
  await giveWayToTimeOff(ctx, chef.id, during)
  const claimId = await insertTimeOffClaim(ctx, row, during)
  await decide(ctx, row, { status: "approved", claimId })
  return readTimeOff(ctx, row.id)
}

/** What the chef's own calendar says is within the time off anyhow, and earlier time off is part of it. */
async function giveWayToTimeOff(ctx: Context, chefId: string, during: Span): Promise<void> {
  const external = await ctx.db
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.chefId, chefId),
        eq(claims.kind, "external"),
        eq(claims.released, false),
        sql`${claims.during} && ${sql.param(during, claims.during)}`,
      ),
    )
  await releaseClaimRows(ctx, external)
}

async function insertTimeOffClaim(ctx: Context, row: TimeOffRow, during: Span): Promise<string> {
  const id = ctx.newId("clm")
  await ctx.db.insert(claims).values({
    id,
    chefId: row.chefId,
    kind: "time_off",
    during,
    work: during,
    homeLegSeconds: 0,
    legBeforeSeconds: 0,
    legAfterSeconds: 0,
    title: row.reason,
    createdAt: ctx.now(),
  })
  return id
}

/** @throws AppError "time-off-decided". */
export async function denyTimeOff(
  ctx: Context,
  input: DenyTimeOff & { timeOffId: string },
): Promise<TimeOffWithConflicts> {
  return inTransaction(ctx, async (ctx) => {
    const row = await lockRequested(ctx, input.timeOffId)
    await decide(ctx, row, { status: "denied", decisionReason: input.reason })
    return readTimeOff(ctx, row.id)
  })
}

/**
 * Takes a request back, or gives approved time off back to the calendar. `chefId` limits it to the chef's own.
 * @throws AppError "time-off-not-found", "time-off-decided".
 */
export async function withdrawTimeOff(
  ctx: Context,
  input: { timeOffId: string; chefId?: string },
): Promise<TimeOffWithConflicts> {
  return inTransaction(ctx, async (ctx) => {
    const row = await lock(ctx, input.timeOffId)
    if (input.chefId !== undefined && row.chefId !== input.chefId) throw notFound("time-off", input.timeOffId)
    if (row.status === "denied" || row.status === "withdrawn") throw decidedAlready(row)
    const chef = await readChef(ctx, row.chefId)
    await lockCrew(ctx, chef.stationId)
    if (row.claimId) {
      const held = await ctx.db
        .select()
        .from(claims)
        .where(and(eq(claims.id, row.claimId), eq(claims.released, false)))
      await releaseClaimRows(ctx, held)
    }
    await decide(ctx, row, { status: "withdrawn" })
    return readTimeOff(ctx, row.id)
  })
}

async function lock(ctx: Context, id: string): Promise<TimeOffRow> {
  const [row] = await ctx.db.select().from(timeOff).where(eq(timeOff.id, id)).for("update")
  if (!row) throw notFound("time-off", id)
  return row
}

async function lockRequested(ctx: Context, id: string): Promise<TimeOffRow> {
  const row = await lock(ctx, id)
  if (row.status !== "requested") throw decidedAlready(row)
  return row
}

function decidedAlready(row: TimeOffRow): AppError {
  return new AppError("conflict", "time-off-decided", `This request is ${row.status} already.`)
}

async function decide(
  ctx: Context,
  row: TimeOffRow,
  decision: Pick<TimeOffRow, "status"> & Partial<TimeOffRow>,
): Promise<void> {
  await ctx.db
    .update(timeOff)
    .set({ ...decision, decidedBy: actorName(ctx.actor), decidedAt: ctx.now() })
    .where(eq(timeOff.id, row.id))
  await completeTaskByKey(ctx, `time-off:${row.id}`)
  await audit(ctx, {
    action: `time-off.${decision.status}`,
    entity: "chef",
    entityId: row.chefId,
    details: { timeOffId: row.id, reason: decision.decisionReason ?? null },
  })
}
