import type { PaymentsConfig } from "@myhibachi/contract/payments"
import { desc, eq } from "drizzle-orm"
import { sampleSince } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { invalidField } from "#platform/errors.ts"
import { consents } from "./tables.ts"

type Consent = typeof consents.$inferSelect

/** The sentence under which cards are kept now. @throws Error when none was seeded. */
export async function currentConsent(ctx: Context): Promise<Consent> {
  const [row] = await ctx.db.select().from(consents).orderBy(desc(consents.publishedAt)).limit(1)
  if (!row) throw new Error("There is no consent text; was the database seeded?")
  return row
}

/** @throws AppError "consent-outdated" when the customer saw another sentence than the one in force. */
export async function requireCurrentConsent(ctx: Context, consentId: string | undefined): Promise<Consent> {
  const current = await currentConsent(ctx)
  if (current.id === consentId) return current
  throw invalidField(
    "/consentId",
    "The wording changed in the meantime; please read it again.",
    "consent-outdated",
  )
}

/** What the sites must know before they offer to pay. */
export async function readPaymentsConfig(ctx: Context): Promise<PaymentsConfig> {
  const { id, text } = await currentConsent(ctx)
  const provider = ctx.services.isEnabled("FEATURE_STRIPE") ? ctx.providers.payments : undefined
  const isCardEnabled = provider !== undefined && provider.keptCards !== null
  return {
    isPageOffered: provider !== undefined,
    isCardEnabled,
    currency: "USD",
    saveCardConsent: { id, text },
  }
}

const SAMPLE_CONSENT = {
  id: "save-card-1",
  text: "By paying you allow MyHibachi to keep this card and to charge it for the rest of this party's price when it is due. You can pay the rest another way before that, and ask us to remove the card at any time.",
}

/** Writes the sample wording once. */
export async function seedConsent(ctx: Context): Promise<void> {
  const [existing] = await ctx.db
    .select({ id: consents.id })
    .from(consents)
    .where(eq(consents.id, SAMPLE_CONSENT.id))
  if (existing) return
  await ctx.db
    .insert(consents)
    .values({ ...SAMPLE_CONSENT, publishedAt: sampleSince(ctx.now()) })
    .onConflictDoNothing()
}
