import { and, eq, sql } from "drizzle-orm"
import { createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { inTransaction } from "#platform/database/database.ts"
import { Temporal } from "#platform/time.ts"
import type { BusySpan } from "#providers/calendar/port.ts"
import { readChef } from "../chefs/find-chefs.ts"
import { lockCrew } from "../claim-chefs.ts"
import type { ClaimRow } from "../read-crew.ts"
import { releaseClaimRows } from "../release-claims.ts"
import { claims } from "../tables.ts"
import { cutSpans, joinSpans, overlaps } from "./spans.ts"

export interface ApplyBusy {
  chefId: string
  /** All busy time that the chef's own calendar has from now on, in any order. */
  busy: readonly BusySpan[]
}

/**
 * Makes the chef's claims of the kind "external" say what their own calendar says. What is booked stays: where the
 * two collide, the party is kept and a person is asked to sort it out.
 * @returns how many claims were taken and given back, and how many parties collide.
 */
export async function applyBusy(
  ctx: Context,
  input: ApplyBusy,
): Promise<{ taken: number; released: number; collisions: number }> {
  return inTransaction(ctx, async (ctx) => {
    const chef = await readChef(ctx, input.chefId)
    await lockCrew(ctx, chef.stationId)
    const nowMs = ctx.now().epochMilliseconds
    const busy = joinSpans(input.busy).filter((span) => span.toMs > nowMs)
    const live = await readLive(ctx, chef.id, Math.min(nowMs, ...busy.map((span) => span.fromMs)))
    const ours = live.filter((claim) => claim.kind === "external" && spanOf(claim.during).toMs > nowMs)
    const others = live.filter((claim) => claim.kind !== "external")
    const wanted = cutSpans(
      busy,
      others.map((claim) => spanOf(claim.during)),
    )
    const gone = ours.filter((claim) => !wanted.some((span) => isSame(span, spanOf(claim.during))))
    const missing = wanted.filter((span) => !ours.some((claim) => isSame(span, spanOf(claim.during))))
    await releaseClaimRows(ctx, gone)
    for (const span of missing) await insertExternal(ctx, chef.id, span)
    const collisions = others.filter((claim) => collides(claim, busy))
    for (const claim of collisions) await askForHelp(ctx, chef.name, claim)
    return { taken: missing.length, released: gone.length, collisions: collisions.length }
  })
}

function readLive(ctx: Context, chefId: string, fromMs: number): Promise<ClaimRow[]> {
  const from = Temporal.Instant.fromEpochMilliseconds(fromMs).toString()
  return ctx.db
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.chefId, chefId),
        eq(claims.released, false),
        sql`upper(${claims.during}) > ${from}::timestamptz`,
      ),
    )
}

function collides(claim: ClaimRow, busy: readonly BusySpan[]): boolean {
  return claim.kind === "booking" && busy.some((span) => overlaps(span, spanOf(claim.work)))
}

async function insertExternal(ctx: Context, chefId: string, span: BusySpan): Promise<void> {
  const during: Span = {
    from: Temporal.Instant.fromEpochMilliseconds(span.fromMs),
    to: Temporal.Instant.fromEpochMilliseconds(span.toMs),
  }
  await ctx.db.insert(claims).values({
    id: ctx.newId("clm"),
    chefId,
    kind: "external",
    during,
    work: during,
    homeLegSeconds: 0,
    legBeforeSeconds: 0,
    legAfterSeconds: 0,
    // What the chef does in their own time is nobody's business.
    title: "Busy",
    createdAt: ctx.now(),
  })
}

async function askForHelp(ctx: Context, chefName: string, claim: ClaimRow): Promise<void> {
  await createTask(ctx, {
    kind: "booking",
    title: `${chefName}'s own calendar says busy during the party of ${claim.title}`,
    detail:
      "The party stays with this chef until somebody hands it over. Ask the chef, or choose another one.",
    dueAt: ctx.now().add({ hours: 24 }),
    isUrgent: claim.work.from.epochMilliseconds - ctx.now().epochMilliseconds < 72 * 3_600_000,
    ...(claim.bookingId ? { bookingId: claim.bookingId } : {}),
    key: `external-busy:${claim.id}`,
  })
}

function spanOf(span: Span): BusySpan {
  return { fromMs: span.from.epochMilliseconds, toMs: span.to.epochMilliseconds }
}

function isSame(a: BusySpan, b: BusySpan): boolean {
  return a.fromMs === b.fromMs && a.toMs === b.toMs
}
