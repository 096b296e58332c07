import {
  type PolicyKey,
  PolicyParameters,
  type PolicyText,
  type PriceBook,
} from "@myhibachi/contract/catalog"
import { usd } from "@myhibachi/contract/money"
import { asc, desc, eq } from "drizzle-orm"
import type { Context, Services } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"
import { policies, priceBooks, prices } from "./tables.ts"

/** The rules in force: their texts, and what they decide. */
export interface CurrentPolicies {
  texts: PolicyText[]
  parameters: PolicyParameters
}

interface Published {
  books: PriceBook[]
  policies: PolicyText[]
}

const LIVE_TOPIC = "catalog"
const published = new WeakMap<Services, Promise<Published>>()
const listening = new WeakSet<Services>()

/** Forgets what was read, here and in the other processes; call it after a publication has committed. */
export function announceCatalogChange(ctx: Context, id: string): void {
  const { services } = ctx
  ctx.afterCommit(() => {
    published.delete(services)
    services.live.publish({ topic: LIVE_TOPIC, kind: "published", id })
  })
}

/** @returns the price book that is effective now. */
export async function currentPriceBook(ctx: Context): Promise<PriceBook> {
  const { books } = await readPublished(ctx)
  const book = newest(books, ctx.now())
  if (!book) throw new Error("There is no effective price book.")
  return { ...book, isCurrent: true }
}

/** @returns the policies that are in force now, one version of each. */
export async function currentPolicies(ctx: Context): Promise<CurrentPolicies> {
  const { policies: all } = await readPublished(ctx)
  const keys = [...new Set(all.map((policy) => policy.key))]
  const texts = keys.flatMap((key) => {
    const policy = newest(
      all.filter((candidate) => candidate.key === key),
      ctx.now(),
    )
    return policy ? [policy] : []
  })
  return { texts, parameters: parametersOf(texts) }
}

/** @returns the policies with these ids, in the same shape as those in force. */
export async function policiesById(ctx: Context, ids: readonly string[]): Promise<CurrentPolicies> {
  const { policies: all } = await readPublished(ctx)
  const texts = all.filter((policy) => ids.includes(policy.id))
  return { texts, parameters: parametersOf(texts) }
}

/** @returns the published price book with the id. */
export async function priceBookById(ctx: Context, id: string): Promise<PriceBook> {
  const { books } = await readPublished(ctx)
  const book = books.find((candidate) => candidate.id === id)
  if (!book) throw new Error(`The price book ${id} is not published.`)
  return book
}

const parsed = new WeakMap<PolicyText, unknown>()

function parametersOf(texts: PolicyText[]): PolicyParameters {
  const byKey = texts.map((policy) => [policy.key, parametersOfOne(policy)])
  return Object.fromEntries(byKey) as PolicyParameters // safe: each was parsed; a missing key fails below
}

function parametersOfOne(policy: PolicyText): unknown {
  if (!parsed.has(policy)) parsed.set(policy, parseParameters(policy.key, policy.parameters))
  return parsed.get(policy)
}

/** @returns the parameters of one policy in their own shape. @throws ZodError when they do not fit. */
export function parseParameters(key: PolicyKey, parameters: unknown): unknown {
  return PolicyParameters.shape[key].parse(parameters)
}

function newest<T extends { version: number; effectiveFrom: string | null }>(
  versions: readonly T[],
  now: Temporal.Instant,
): T | undefined {
  return versions
    .filter((version) => version.effectiveFrom !== null)
    .filter((version) => Temporal.Instant.compare(version.effectiveFrom ?? "", now) <= 0)
    .reduce<T | undefined>((best, version) => (best && isLater(best, version) ? best : version), undefined)
}

function isLater<T extends { version: number; effectiveFrom: string | null }>(left: T, right: T): boolean {
  const order = Temporal.Instant.compare(left.effectiveFrom ?? "", right.effectiveFrom ?? "")
  return order === 0 ? left.version > right.version : order > 0
}

function readPublished(ctx: Context): Promise<Published> {
  const { services } = ctx
  if (!listening.has(services)) {
    listening.add(services)
    services.live.subscribe([LIVE_TOPIC], () => published.delete(services))
  }
  const known = published.get(services)
  if (known) return known
  const reading = loadPublished(ctx)
  published.set(services, reading)
  // A failed read must not be remembered as the catalog.
  reading.catch(() => published.delete(services))
  return reading
}

async function loadPublished(ctx: Context): Promise<Published> {
  const books = await ctx.db.select().from(priceBooks).where(eq(priceBooks.status, "published"))
  const rows = await ctx.db.select().from(prices).orderBy(asc(prices.position))
  const texts = await ctx.db.select().from(policies).orderBy(asc(policies.key), desc(policies.version))
  return {
    books: books.map((book) => presentPriceBook(book, rows)),
    policies: texts.map(presentPolicy),
  }
}

/** @returns the book with its own among the given prices. */
export function presentPriceBook(
  book: typeof priceBooks.$inferSelect,
  rows: readonly (typeof prices.$inferSelect)[],
): PriceBook {
  return {
    id: book.id,
    version: book.version,
    name: book.name,
    status: book.status,
    effectiveFrom: book.effectiveFrom?.toString() ?? null,
    publishedAt: book.publishedAt?.toString() ?? null,
    isCurrent: false,
    prices: rows
      .filter((row) => row.priceBookId === book.id)
      .map((row) => ({ sku: row.sku, name: row.name, unit: row.unit, amount: usd(row.amountCents) })),
  }
}

export function presentPolicy(row: typeof policies.$inferSelect): PolicyText {
  const { id, key, version, title, text, parameters, textHash } = row
  return { id, key, version, title, text, parameters, textHash, effectiveFrom: row.effectiveFrom.toString() }
}
