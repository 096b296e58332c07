import type { AssignmentResponse, IncidentKind } from "@myhibachi/contract/assignments"
import type { Guests } from "@myhibachi/contract/quote"
import { eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { straightMiles } from "#providers/maps/great-circle.ts"
import type { Point } from "#providers/maps/port.ts"
import type { AssignmentRow } from "./read-assignments.ts"
import { assignments, incidents } from "./tables.ts"

const METERS_PER_MILE = 1609.344

/** Writes a chef's answer. A decline only takes the party from the chef: it counts in no rank and no share. */
export async function recordResponse(
  ctx: Context,
  assignmentId: string,
  response: Exclude<AssignmentResponse, "pending">,
  declineReason: string | null = null,
): Promise<void> {
  await ctx.db
    .update(assignments)
    .set({ response, respondedAt: ctx.now(), declineReason })
    .where(eq(assignments.claimId, assignmentId))
}

/** Writes that a chef has arrived, and how far from the party the phone was, in meters, when it told. */
export async function recordCheckIn(
  ctx: Context,
  row: AssignmentRow,
  position: Point | undefined,
): Promise<{ meters: number | null }> {
  const { latitude, longitude } = row.claim
  const party = latitude === null || longitude === null ? null : { latitude, longitude }
  const meters = position && party ? Math.round(straightMiles(position, party) * METERS_PER_MILE) : null
  await ctx.db
    .update(assignments)
    .set({
      checkedInAt: ctx.now(),
      checkInLatitude: position?.latitude ?? null,
      checkInLongitude: position?.longitude ?? null,
      checkInMeters: meters,
    })
    .where(eq(assignments.claimId, row.assignment.claimId))
  return { meters }
}

/** Writes whom a chef has served. */
export async function recordServed(ctx: Context, assignmentId: string, served: Guests): Promise<void> {
  await ctx.db
    .update(assignments)
    .set({
      completedAt: ctx.now(),
      servedAdults: served.adults,
      servedChildren: served.children,
      servedLittleOnes: served.littleOnes,
    })
    .where(eq(assignments.claimId, assignmentId))
}

/** Keeps what a chef reports; never changed afterwards. @returns its id. */
export async function recordIncident(
  ctx: Context,
  row: AssignmentRow,
  report: { kind: IncidentKind; text: string; taskId: string },
): Promise<string> {
  const id = ctx.newId("inc")
  const { claimId, bookingId, chefId } = row.assignment
  await ctx.db.insert(incidents).values({ id, claimId, bookingId, chefId, ...report, reportedAt: ctx.now() })
  return id
}
