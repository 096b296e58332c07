import { eq, sql } from "drizzle-orm"
import { actorName, type Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { type LeadRow, leadSteps, leads } from "./tables.ts"

/** Locks a lead for a change. @throws AppError "lead-not-found". */
export async function lockLead(ctx: Context, leadId: string): Promise<LeadRow> {
  const [row] = await ctx.db.select().from(leads).where(eq(leads.id, leadId)).for("update")
  if (!row) throw notFound("lead", leadId)
  return row
}

/** Changes a locked lead and writes down what happened. */
export async function addStep(
  ctx: Context,
  lead: LeadRow,
  text: string,
  changes: Partial<LeadRow> = {},
): Promise<void> {
  await ctx.db
    .update(leads)
    .set({ ...changes, version: sql`${leads.version} + 1`, changedAt: ctx.now() })
    .where(eq(leads.id, lead.id))
  await writeStep(ctx, { id: lead.id, stage: changes.stage ?? lead.stage }, text)
}

/** Writes the step alone, for a lead that was just made. */
export async function writeStep(
  ctx: Context,
  lead: Pick<LeadRow, "id" | "stage">,
  text: string,
): Promise<void> {
  await ctx.db.insert(leadSteps).values({
    id: ctx.newId("lds"),
    leadId: lead.id,
    at: ctx.now(),
    actor: actorName(ctx.actor),
    stage: lead.stage,
    text,
  })
  ctx.afterCommit(() => ctx.services.live.publish({ topic: "leads", kind: "lead", id: lead.id }))
}
