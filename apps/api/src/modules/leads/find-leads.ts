import type { Lead, LeadPage, LeadQuery, LeadSummary } from "@myhibachi/contract/leads"
import { and, asc, desc, eq, ilike, isNull, or, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { type LeadRow, leadSteps, leads } from "./tables.ts"

/** @returns leads by stage, owner and words, the most recently changed first. @throws AppError "invalid-cursor". */
export async function findLeads(ctx: Context, query: LeadQuery): Promise<LeadPage> {
  const after = query.cursor ? decodeCursor(query.cursor, 2) : null
  const pattern = `%${(query.search ?? "").replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const rows = await ctx.replica
    .select()
    .from(leads)
    .where(
      and(
        query.stage ? eq(leads.stage, query.stage) : undefined,
        query.owner ? ownedBy(ctx, query.owner) : undefined,
        query.search
          ? or(
              ilike(leads.name, pattern),
              ilike(leads.email, pattern),
              ilike(leads.phone, pattern),
              ilike(leads.wish, pattern),
            )
          : undefined,
        after
          ? sql`(${leads.changedAt}, ${leads.id}) < (${String(after[0])}::timestamptz, ${String(after[1])})`
          : undefined,
      ),
    )
    .orderBy(desc(leads.changedAt), desc(leads.id))
    .limit(query.limit + 1)
  return toPage(rows, query.limit, (row) => [row.changedAt.toString(), row.id], summariseLead)
}

function ownedBy(ctx: Context, owner: "me" | "nobody") {
  if (owner === "nobody") return isNull(leads.ownerUserId)
  return eq(leads.ownerUserId, ctx.actor.kind === "staff" ? ctx.actor.userId : "")
}

/** @returns a lead with all that happened. @throws AppError "lead-not-found". */
export async function readLead(ctx: Context, leadId: string): Promise<Lead> {
  const [row] = await ctx.db.select().from(leads).where(eq(leads.id, leadId))
  if (!row) throw notFound("lead", leadId)
  const steps = await ctx.db
    .select()
    .from(leadSteps)
    .where(eq(leadSteps.leadId, leadId))
    .orderBy(asc(leadSteps.sequence))
  return {
    ...summariseLead(row),
    consent: row.consent,
    steps: steps.map(({ id, at, actor, stage, text }) => ({ id, at: at.toString(), actor, stage, text })),
  }
}

function summariseLead(row: LeadRow): LeadSummary {
  const { ownerUserId, ownerName, consent: _, ...rest } = row
  return {
    ...rest,
    owner: ownerUserId ? { userId: ownerUserId, name: ownerName ?? ownerUserId } : null,
    nextActionAt: row.nextActionAt?.toString() ?? null,
    createdAt: row.createdAt.toString(),
    changedAt: row.changedAt.toString(),
  }
}
