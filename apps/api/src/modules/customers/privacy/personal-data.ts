import { asc, inArray, or } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { ERASED, type PersonalData, type PersonTrail } from "#platform/personal-data.ts"
import {
  addresses,
  consents,
  customers,
  distinctPairs,
  identities,
  merges,
  notes,
  sharedContacts,
  timeline,
} from "../tables.ts"
import { privacyExports } from "./tables.ts"

/** The person: names, ways to reach them, addresses, what they allowed, what was noted. */
export const customersPersonalData: PersonalData = { find, copy, erase }

async function find(ctx: Context, trail: PersonTrail): Promise<void> {
  const { customerIds, words } = trail
  for (const { name } of await readRows(ctx, customerIds)) words.add(name)
  for (const { value } of await readIdentities(ctx, customerIds)) words.add(value)
  const places = await ctx.db.select().from(addresses).where(inArray(addresses.customerId, customerIds))
  for (const { place } of places) {
    if (!place.line1) continue
    words.add(place.line1)
    words.add(place.formatted)
  }
}

async function copy(ctx: Context, { customerIds }: PersonTrail): Promise<Record<string, object[]>> {
  const rows = await readRows(ctx, customerIds)
  const ways = await readIdentities(ctx, customerIds)
  const places = await ctx.db.select().from(addresses).where(inArray(addresses.customerId, customerIds))
  const answers = await ctx.db
    .select()
    .from(consents)
    .where(inArray(consents.customerId, customerIds))
    .orderBy(asc(consents.at))
  const written = await ctx.db.select().from(notes).where(inArray(notes.customerId, customerIds))
  return {
    "Personal details": rows.map(({ name, tags, createdAt }) => ({
      name,
      tags,
      knownSince: createdAt.toString(),
    })),
    "Contact details": ways.map(({ kind, value, createdAt }) => ({
      kind,
      value,
      since: createdAt.toString(),
    })),
    Addresses: places.map(({ place, createdAt }) => ({
      address: place.formatted,
      since: createdAt.toString(),
    })),
    "What you allowed": answers.map(({ channel, scope, isGranted, evidence, words, at }) => ({
      at: at.toString(),
      channel,
      about: scope,
      allowed: isGranted,
      howWeKnow: evidence,
      yourWords: words,
    })),
    "Notes of our team": written.map(({ text, at }) => ({ at: at.toString(), text })),
  }
}

async function erase(ctx: Context, { customerIds }: PersonTrail): Promise<void> {
  await ctx.db.delete(identities).where(inArray(identities.customerId, customerIds))
  await ctx.db.delete(addresses).where(inArray(addresses.customerId, customerIds))
  await ctx.db.delete(notes).where(inArray(notes.customerId, customerIds))
  await ctx.db.delete(timeline).where(inArray(timeline.customerId, customerIds))
  await ctx.db.delete(privacyExports).where(inArray(privacyExports.customerId, customerIds))
  await ctx.db
    .update(consents)
    .set({ evidence: ERASED, words: null })
    .where(inArray(consents.customerId, customerIds))
  await ctx.db.update(merges).set({ reason: ERASED }).where(inArray(merges.survivorId, customerIds))
  for (const pairs of [sharedContacts, distinctPairs]) {
    const isTheirs = or(inArray(pairs.oneId, customerIds), inArray(pairs.otherId, customerIds))
    await ctx.db.delete(pairs).where(isTheirs)
  }
  await ctx.db
    .update(customers)
    .set({ name: ERASED, email: null, phone: null, tags: [], erasedAt: ctx.now() })
    .where(inArray(customers.id, customerIds))
}

function readRows(ctx: Context, customerIds: string[]) {
  return ctx.db.select().from(customers).where(inArray(customers.id, customerIds))
}

function readIdentities(ctx: Context, customerIds: string[]) {
  return ctx.db.select().from(identities).where(inArray(identities.customerId, customerIds))
}
