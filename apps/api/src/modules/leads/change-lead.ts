import type { ChangeLead, Lead } from "@myhibachi/contract/leads"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { addStep, lockLead } from "./add-step.ts"
import { readLead } from "./find-leads.ts"
import type { LeadRow } from "./tables.ts"

/**
 * Moves a lead, gives it to somebody, or sets when to act next. `check` judges the row that is locked.
 * @throws AppError "lead-not-found", "lead-won" (409), and what `check` throws.
 */
export async function changeLead(
  ctx: Context,
  input: ChangeLead & { leadId: string },
  check: (row: LeadRow) => void,
): Promise<Lead> {
  return inTransaction(ctx, async (ctx) => {
    const row = await lockLead(ctx, input.leadId)
    check(row)
    if (row.stage === "won" && input.stage)
      throw new AppError("conflict", "lead-won", "This lead became a booking; it stays won.")
    await addStep(ctx, row, describe(input, row), {
      ...(input.stage ? { stage: input.stage, lostReason: input.reason ?? null } : {}),
      ...(input.owner ? ownerOf(ctx, input.owner) : {}),
      ...(input.nextActionAt === undefined
        ? {}
        : { nextActionAt: input.nextActionAt ? Temporal.Instant.from(input.nextActionAt) : null }),
    })
    const lead = await readLead(ctx, row.id)
    const details = { from: row.stage, to: lead.stage }
    await audit(ctx, { action: "lead.changed", entity: "lead", entityId: row.id, details })
    return lead
  })
}

function describe({ stage, reason, owner, nextActionAt }: ChangeLead, row: LeadRow): string {
  const parts = [
    stage && stage !== row.stage ? `${row.stage} → ${stage}${reason ? `: ${reason}` : ""}` : undefined,
    owner === "me" ? "taken over" : undefined,
    owner === "nobody" ? "given back to everybody" : undefined,
    nextActionAt === undefined ? undefined : "next action set",
  ]
  return parts.filter(Boolean).join(", ") || "looked at again"
}

function ownerOf(ctx: Context, owner: "me" | "nobody"): Pick<LeadRow, "ownerUserId" | "ownerName"> {
  if (owner === "nobody" || ctx.actor.kind !== "staff") return { ownerUserId: null, ownerName: null }
  return { ownerUserId: ctx.actor.userId, ownerName: ctx.actor.name }
}
