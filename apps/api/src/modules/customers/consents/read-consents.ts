import type { Consent, ConsentHistory } from "@myhibachi/contract/customers"
import { and, desc, isNull, max, or } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Temporal } from "#platform/time.ts"
import { isPerson } from "../family.ts"
import { requireCustomer } from "../require-customer.ts"
import { consents, merges } from "../tables.ts"
import { effectiveConsents } from "./effective-consents.ts"

type ConsentRow = typeof consents.$inferSelect

/** @returns what counts now for each channel and scope. */
export async function readConsents(ctx: Context, customerId: string): Promise<Consent[]> {
  const answers = await readAnswers(ctx, customerId)
  return effectiveConsents(answers, await lastMerge(ctx, customerId)).map(presentConsent)
}

/** @returns every answer that the person gave, the newest first. @throws AppError "customer-not-found". */
export async function readConsentHistory(ctx: Context, customerId: string): Promise<ConsentHistory> {
  await requireCustomer(ctx, customerId)
  const answers = await readAnswers(ctx, customerId)
  return { items: answers.map((answer) => ({ ...presentConsent(answer), id: answer.id })) }
}

async function readAnswers(ctx: Context, customerId: string): Promise<ConsentRow[]> {
  return ctx.db
    .select()
    .from(consents)
    .where(isPerson(consents.customerId, customerId))
    .orderBy(desc(consents.at), desc(consents.id))
}

async function lastMerge(ctx: Context, customerId: string): Promise<Temporal.Instant | null> {
  const [row] = await ctx.db
    .select({ at: max(merges.mergedAt) })
    .from(merges)
    .where(
      and(
        isNull(merges.undoneAt),
        or(isPerson(merges.survivorId, customerId), isPerson(merges.mergedId, customerId)),
      ),
    )
  return row?.at ?? null
}

function presentConsent(row: ConsentRow): Consent {
  const { channel, scope, isGranted, evidence, source, words, recordedBy, at } = row
  return { channel, scope, isGranted, evidence, source, words, recordedBy, at: at.toString() }
}
