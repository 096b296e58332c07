import type { PayLineKind } from "@myhibachi/contract/assignments"
import { and, eq, inArray, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction, isInTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { type AssignmentRow, findAssignments } from "../assignments/read-assignments.ts"
import { payLines } from "../assignments/tables.ts"
import { splitWhole } from "../ranking/share-party.ts"
import { claims, grades } from "../tables.ts"

interface NewPayLine {
  kind: PayLineKind
  amountCents: number
  explanation: string
  key?: string
  reversesId?: string
}

type Earner = Pick<AssignmentRow["assignment"], "claimId" | "bookingId" | "chefId">

/** Adds lines and makes the claim's income their sum, so that the ranking sees what was really earned. */
async function addPayLines(ctx: Context, earner: Earner, lines: readonly NewPayLine[]): Promise<void> {
  const { claimId, bookingId, chefId } = earner
  const worth = lines.filter((line) => line.amountCents !== 0)
  if (worth.length > 0)
    await ctx.db
      .insert(payLines)
      .values(
        worth.map((line) => ({
          ...line,
          id: ctx.newId("pay"),
          claimId,
          bookingId,
          chefId,
          createdAt: ctx.now(),
          createdBy: actorName(ctx.actor),
        })),
      )
      .onConflictDoNothing()
  const earned = ctx.db
    .select({ cents: sql<number>`coalesce(sum(${payLines.amountCents}), 0)` })
    .from(payLines)
    .where(eq(payLines.claimId, claimId))
  await ctx.db
    .update(claims)
    .set({ payCents: sql`(${earned})` })
    .where(eq(claims.id, claimId))
}

/** Pays a chef for what they served: the grade's rate for each adult, and their part of the travel fee. */
export async function payForParty(ctx: Context, row: AssignmentRow, servedAdults: number): Promise<void> {
  if (!isInTransaction()) throw new Error("Pay is written in the transaction of what it is for.")
  await addPayLines(ctx, row.assignment, [
    await serviceLine(ctx, row, servedAdults),
    { kind: "travel", amountCents: row.claim.travelCents, explanation: "The travel fee" },
  ])
}

async function serviceLine(ctx: Context, { chef }: AssignmentRow, adults: number): Promise<NewPayLine> {
  const [grade] = await ctx.db.select().from(grades).where(eq(grades.grade, chef.grade))
  if (!grade) throw new Error(`The grade ${chef.grade} has no rate.`)
  const rate = (grade.payPerAdultCents / 100).toFixed(2)
  return {
    kind: "service",
    amountCents: adults * grade.payPerAdultCents,
    explanation: `${adults} adults served at $${rate}`,
  }
}

/** Replaces what a chef was paid for serving, when the reported count was wrong: a reversal and a new line. */
export async function repayService(
  ctx: Context,
  row: AssignmentRow,
  servedAdults: number,
  reason: string,
): Promise<void> {
  const lines = await ctx.db
    .select()
    .from(payLines)
    .where(and(eq(payLines.claimId, row.assignment.claimId), eq(payLines.kind, "service")))
  const gone = new Set(lines.map((line) => line.reversesId))
  const reversals = lines
    .filter((line) => line.reversesId === null && !gone.has(line.id))
    .map((line) => reversalOf(line, reason))
  await addPayLines(ctx, row.assignment, [...reversals, await serviceLine(ctx, row, servedAdults)])
}

function reversalOf(line: typeof payLines.$inferSelect, reason: string): NewPayLine {
  return {
    kind: line.kind,
    amountCents: -line.amountCents,
    explanation: `Taken back: ${reason}`,
    reversesId: line.id,
  }
}

/** Takes a line back by a line of the opposite amount. @throws AppError "pay-line-not-found", "pay-line-reversed" (409). */
export async function reversePayLine(ctx: Context, input: { id: string; reason: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [line] = await ctx.db.select().from(payLines).where(eq(payLines.id, input.id)).for("update")
    if (!line) throw notFound("pay-line", input.id)
    const [reversal] = await ctx.db.select().from(payLines).where(eq(payLines.reversesId, line.id))
    if (reversal || line.reversesId !== null)
      throw new AppError(
        "conflict",
        "pay-line-reversed",
        "This line was taken back already, or is itself a reversal.",
      )
    await addPayLines(ctx, line, [reversalOf(line, input.reason)])
    const details = { chefId: line.chefId, amountCents: line.amountCents, reason: input.reason }
    await audit(ctx, { action: "chef-pay.reversed", entity: "pay-line", entityId: line.id, details })
  })
}

/** Cents of a tip that one chef gets, or gives back. */
export interface TipShare {
  chefId: string
  amountCents: number
}

/**
 * Shares a tip equally among the chefs who have the party, once for its key. In the caller's transaction.
 * @returns their shares, which sum to the tip; none while nobody has the party.
 */
export async function shareTip(
  ctx: Context,
  input: { bookingId: string; amountCents: number; key: string },
): Promise<TipShare[]> {
  if (!isInTransaction()) throw new Error("A tip is shared in the transaction of its payment.")
  const rows = (await findAssignments(ctx, [input.bookingId])).filter((row) => !row.claim.released)
  if (rows.length === 0) return []
  const parts = splitWhole(input.amountCents, rows.length)
  const shares: TipShare[] = []
  for (const [index, row] of rows.entries()) {
    const line = { kind: "tip", amountCents: parts[index] ?? 0, explanation: "Tip" } as const
    await addPayLines(ctx, row.assignment, [{ ...line, key: `${input.key}:${row.claim.id}` }])
    shares.push({ chefId: row.assignment.chefId, amountCents: line.amountCents })
  }
  return shares
}

/**
 * Takes back what chefs still have of a tip that was shared under the key. In the caller's transaction.
 * @returns what each gives back now, in cents above zero; nothing when they gave it back before.
 */
export async function takeBackTip(
  ctx: Context,
  input: { bookingId: string; key: string; reason: string },
): Promise<TipShare[]> {
  const rows = await findAssignments(ctx, [input.bookingId])
  const keys = rows.map((row) => `${input.key}:${row.claim.id}`)
  if (keys.length === 0) return []
  const lines = await ctx.db.select().from(payLines).where(inArray(payLines.key, keys))
  const taken = await findReversed(ctx, lines)
  const open = lines.filter((line) => !taken.has(line.id))
  for (const line of open) await addPayLines(ctx, line, [reversalOf(line, input.reason)])
  return open.map(({ chefId, amountCents }) => ({ chefId, amountCents }))
}

async function findReversed(ctx: Context, lines: readonly { id: string }[]): Promise<Set<string | null>> {
  if (lines.length === 0) return new Set()
  const ids = lines.map(({ id }) => id)
  const rows = await ctx.db
    .select({ id: payLines.reversesId })
    .from(payLines)
    .where(inArray(payLines.reversesId, ids))
  return new Set(rows.map(({ id }) => id))
}
