import { inArray, or } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { ERASED, type PersonalData, type PersonTrail } from "#platform/personal-data.ts"
import { leadSteps, leads } from "./tables.ts"

/** Who asked for what before there was a booking; how it went stays for the counts. */
export const leadsPersonalData: PersonalData = { find, copy, erase }

async function find(ctx: Context, trail: PersonTrail): Promise<void> {
  for (const { id, name, email, phone, conversationId } of await readTheirs(ctx, trail)) {
    trail.ids.add(id)
    if (conversationId) trail.ids.add(conversationId)
    for (const word of [name, email, phone]) if (word) trail.words.add(word)
  }
}

async function copy(ctx: Context, trail: PersonTrail): Promise<Record<string, object[]>> {
  const rows = await readTheirs(ctx, trail)
  return {
    "What you asked us": rows.map((row) => ({
      at: row.createdAt.toString(),
      name: row.name,
      email: row.email,
      phone: row.phone,
      wish: row.wish,
      youAgreed: row.consent?.words,
    })),
  }
}

async function erase(ctx: Context, trail: PersonTrail): Promise<void> {
  const ids = (await readTheirs(ctx, trail)).map(({ id }) => id)
  await ctx.db
    .update(leads)
    .set({ name: ERASED, email: null, phone: null, wish: null, lostReason: null, consent: null })
    .where(inArray(leads.id, ids))
  await ctx.db.update(leadSteps).set({ text: ERASED }).where(inArray(leadSteps.leadId, ids))
}

function readTheirs(ctx: Context, trail: PersonTrail) {
  const ids = [...trail.ids]
  const words = [...trail.words]
  return ctx.db
    .select()
    .from(leads)
    .where(
      or(
        inArray(leads.customerId, trail.customerIds),
        inArray(leads.conversationId, ids),
        inArray(leads.quoteId, ids),
        inArray(leads.id, ids),
        inArray(leads.email, words),
        inArray(leads.phone, words),
      ),
    )
}
