import type { CrewAssignment } from "@myhibachi/contract/assignments"
import { and, asc, desc, eq, gte, inArray, lt, type SQL } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import type { Temporal } from "#platform/time.ts"
import { chefs, claims } from "../tables.ts"
import { assignments, incidents } from "./tables.ts"

type Row = Awaited<ReturnType<typeof selectAssignments>>[number]

/** A chef's part in a party with the claim behind it. */
export type AssignmentRow = Row

function selectAssignments(ctx: Context, where: SQL | undefined) {
  return ctx.db
    .select({ assignment: assignments, claim: claims, chef: chefs })
    .from(assignments)
    .innerJoin(claims, eq(claims.id, assignments.claimId))
    .innerJoin(chefs, eq(chefs.id, assignments.chefId))
    .where(where)
    .orderBy(asc(assignments.askedAt), asc(assignments.claimId))
}

/** @returns who was asked for these parties, in the order of asking; released ones too. */
export function findAssignments(ctx: Context, bookingIds: readonly string[]): Promise<AssignmentRow[]> {
  if (bookingIds.length === 0) return Promise.resolve([])
  return selectAssignments(ctx, inArray(assignments.bookingId, [...bookingIds]))
}

/** @throws AppError "assignment-not-found". */
export async function requireAssignment(ctx: Context, assignmentId: string): Promise<AssignmentRow> {
  const [row] = await selectAssignments(ctx, eq(assignments.claimId, assignmentId))
  if (!row) throw notFound("assignment", assignmentId)
  return row
}

/**
 * @returns a chef's own assignment. Another chef's, and one that was taken away, does not exist for them.
 * @throws AppError "assignment-not-found".
 */
export async function requireOwnAssignment(ctx: Context, assignmentId: string): Promise<AssignmentRow> {
  const row = await requireAssignment(ctx, assignmentId)
  if (ctx.actor.kind !== "staff" || !ctx.actor.chefId || ctx.actor.chefId !== row.assignment.chefId)
    throw notFound("assignment", assignmentId)
  if (row.claim.released && row.assignment.response !== "declined") throw notFound("assignment", assignmentId)
  return row
}

const LISTED = 100

/** @returns a chef's parties that start from `at` on, the next one first, or those before, the latest first. */
export async function findAssignmentsOfChef(
  ctx: Context,
  query: { chefId: string; at: Temporal.Instant; side: "upcoming" | "past" },
): Promise<AssignmentRow[]> {
  const isUpcoming = query.side === "upcoming"
  return ctx.db
    .select({ assignment: assignments, claim: claims, chef: chefs })
    .from(assignments)
    .innerJoin(claims, eq(claims.id, assignments.claimId))
    .innerJoin(chefs, eq(chefs.id, assignments.chefId))
    .where(
      and(
        eq(assignments.chefId, query.chefId),
        eq(claims.released, false),
        isUpcoming ? gte(assignments.startsAt, query.at) : lt(assignments.startsAt, query.at),
      ),
    )
    .orderBy(isUpcoming ? asc(assignments.startsAt) : desc(assignments.startsAt), asc(assignments.claimId))
    .limit(LISTED)
}

/** @returns the assignments as the office sees them, with what was reported. */
export async function presentAssignments(
  ctx: Context,
  rows: readonly AssignmentRow[],
): Promise<CrewAssignment[]> {
  const ids = rows.map(({ claim }) => claim.id)
  const reported = ids.length > 0 ? await findIncidents(ctx, ids) : []
  return rows.map((row) => ({
    ...presentAssignment(row),
    incidents: reported
      .filter((incident) => incident.claimId === row.claim.id)
      .map(({ id, kind, text, reportedAt }) => ({ id, kind, text, at: reportedAt.toString() })),
  }))
}

function findIncidents(ctx: Context, claimIds: string[]) {
  return ctx.db
    .select()
    .from(incidents)
    .where(inArray(incidents.claimId, claimIds))
    .orderBy(asc(incidents.reportedAt), asc(incidents.id))
}

function presentAssignment({ assignment, chef }: Row): Omit<CrewAssignment, "incidents"> {
  return {
    id: assignment.claimId,
    chefId: chef.id,
    name: chef.name,
    grade: chef.grade,
    response: assignment.response,
    askedAt: assignment.askedAt.toString(),
    respondedAt: assignment.respondedAt?.toString() ?? null,
    declineReason: assignment.declineReason,
    checkedInAt: assignment.checkedInAt?.toString() ?? null,
    checkInMeters: assignment.checkInMeters,
    completedAt: assignment.completedAt?.toString() ?? null,
    served: servedOf(assignment),
  }
}

/** @returns whom the chef says to have served, or null before. */
export function servedOf(row: typeof assignments.$inferSelect): CrewAssignment["served"] {
  if (row.servedAdults === null) return null
  return {
    adults: row.servedAdults,
    children: row.servedChildren ?? 0,
    littleOnes: row.servedLittleOnes ?? 0,
  }
}

/** @returns who has cooked a party of these to the end. */
export async function findChefsWhoCooked(ctx: Context, bookingIds: readonly string[]): Promise<string[]> {
  const rows = await findAssignments(ctx, bookingIds)
  return [...new Set(rows.filter((row) => row.assignment.completedAt !== null).map((row) => row.chef.id))]
}
