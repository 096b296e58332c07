import { sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"

/** All that leads to one person; every module adds what it knows, earlier modules first. */
export interface PersonTrail {
  /** The person's own ids: theirs, and of whoever was merged with them. */
  customerIds: string[]
  /** Ids of things that are about the person: bookings, quotes, conversations, payments. */
  ids: Set<string>
  /** Texts that name the person wherever they stand: e-mail addresses, phone numbers, names, streets. */
  words: Set<string>
}

/** What a module keeps about people. A module with a table that names somebody must give it. */
export interface PersonalData {
  /** Adds ids and words to the trail. */
  find(ctx: Context, trail: PersonTrail): Promise<void>
  /** @returns what is kept about the person, by heading; for the copy that everybody may ask for. */
  copy(ctx: Context, trail: PersonTrail): Promise<Record<string, object[]>>
  /** @returns why the person cannot be erased yet, in sentences for staff. */
  obstacles?(ctx: Context, trail: PersonTrail): Promise<string[]>
  /** Takes out whatever names the person; figures of the business stay. Runs in the transaction of the erasure. */
  erase(ctx: Context, trail: PersonTrail): Promise<void>
}

/** Stands where a personal text was. */
export const ERASED = "[erased]"

/** @returns the trail that starts at these ids, followed through every module. */
export async function followTrail(ctx: Context, customerIds: string[]): Promise<PersonTrail> {
  const trail: PersonTrail = { customerIds, ids: new Set(customerIds), words: new Set() }
  for (const data of ctx.services.personalData) await data.find(ctx, trail)
  return trail
}

/** @returns the words without those that are too short to search for anywhere: "Al" is in "also". */
export function searchableWords({ words }: PersonTrail): string[] {
  return [...words].filter((word) => word.length >= 5)
}

/** Opens immutable rows for an erasure until the transaction ends; the triggers still guard every figure. */
export async function allowErasing(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`select set_config('myhibachi.erasing', 'on', true)`)
}

const NAMES_NOBODY = /^([a-z]{2,6}_[0-9a-z]+|MH-[0-9A-Z]{6}|\d{4}-\d\d-\d\dT[\d:.]+Z|[0-9a-f]{64})$/

/** @returns the value with every text erased that may name somebody; numbers, ids and instants stay. */
export function withoutTexts(value: unknown): unknown {
  if (typeof value === "string") return NAMES_NOBODY.test(value) ? value : ERASED
  if (Array.isArray(value)) return value.map(withoutTexts)
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutTexts(member)]))
}
