import { eq } from "drizzle-orm"
import { readConsents, readCustomer, setConsent } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import { textPhones } from "./tables.ts"

/** @returns whether the phone said STOP, or the provider told us so, and no START came since. */
export async function isStopped(ctx: Context, phone: string): Promise<boolean> {
  const [row] = await ctx.db.select().from(textPhones).where(eq(textPhones.phone, phone))
  return row?.isStopped ?? false
}

/** Notes what a phone says about our texts; call it inside a transaction. */
export async function notePhone(
  ctx: Context,
  said: { phone: string; isStopped: boolean; words: string },
): Promise<void> {
  const row = { ...said, at: ctx.now() }
  await ctx.db.insert(textPhones).values(row).onConflictDoUpdate({ target: textPhones.phone, set: row })
}

export interface Refusal {
  customerId: string
  words: string
  evidence: string
}

/** Takes back what a person allowed by text message: the needed messages and the offers. */
export async function withdrawConsent(ctx: Context, refusal: Refusal): Promise<void> {
  for (const scope of ["service", "marketing"] as const)
    await setConsent(ctx, { ...refusal, channel: "sms", scope, isGranted: false, source: "message" })
}

export type Permission = { mayText: true } | { mayText: false; reason: string }

/** @returns whether needed messages may go to this phone of this person now, and otherwise why not; an answer needs no consent. */
export async function permissionFor(
  ctx: Context,
  { customerId, phone, isReply }: { customerId: string; phone: string; isReply: boolean },
): Promise<Permission> {
  if (await isStopped(ctx, phone))
    return { mayText: false, reason: "The phone said STOP, and no START came since." }
  if (isReply) return { mayText: true }
  const consent = (await readConsents(ctx, customerId)).find(
    ({ channel, scope }) => channel === "sms" && scope === "service",
  )
  if (consent?.isGranted) return { mayText: true }
  const reason = consent ? "The person has withdrawn consent." : "The person has not agreed to text messages."
  return { mayText: false, reason }
}

/** @returns the phone of a person, E.164; null when we know none, or the person was erased. */
export async function phoneOf(ctx: Context, customerId: string): Promise<string | null> {
  const { phone, identities, erasedAt } = await readCustomer(ctx, { customerId })
  if (erasedAt) return null
  return phone ?? identities.find(({ kind }) => kind === "phone")?.value ?? null
}
