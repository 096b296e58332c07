import {
  type PolicyKey,
  PolicyParameters,
  type PolicyText,
  type PriceBook,
} from "@myhibachi/contract/catalog"
import type { Context } from "#platform/context.ts"
import { type Published, readPublished, type Versioned } from "./published-catalog.ts"

/** The rules in force: their texts, and what they decide. */
export interface CurrentPolicies {
  texts: PolicyText[]
  parameters: PolicyParameters
}

interface InForce {
  book: PriceBook | undefined
  policies: CurrentPolicies
  fromMs: number
  untilMs: number
}

const inForce = new WeakMap<Published, InForce>()

/** @returns the price book that is effective now; the same object for as long as it is. */
export async function currentPriceBook(ctx: Context): Promise<PriceBook> {
  return (await currentCatalog(ctx)).book
}

/** @returns the policies that are in force now, one version of each; the same object for as long as they are. */
export async function currentPolicies(ctx: Context): Promise<CurrentPolicies> {
  return (await readInForce(ctx)).policies
}

/** @returns prices and policies that are in force now; both the same objects for as long as they are. */
export async function currentCatalog(ctx: Context): Promise<{ book: PriceBook; policies: CurrentPolicies }> {
  const { book, policies } = await readInForce(ctx)
  if (!book) throw new Error("There is no effective price book.")
  return { book, policies }
}

async function readInForce(ctx: Context): Promise<InForce> {
  const published = await readPublished(ctx)
  const nowMs = ctx.now().epochMilliseconds
  const known = inForce.get(published)
  if (known && known.fromMs <= nowMs && nowMs < known.untilMs) return known
  const found = findInForce(published, nowMs)
  inForce.set(published, found)
  return found
}

function findInForce({ books, policies }: Published, nowMs: number): InForce {
  const keys = new Set(policies.map(({ value }) => value.key))
  const texts = [...keys].flatMap((key) => {
    const policy = newest(
      policies.filter((candidate) => candidate.value.key === key),
      nowMs,
    )
    return policy ? [policy] : []
  })
  const later = [...books, ...policies].map((version) => version.effectiveMs).filter((at) => at > nowMs)
  return {
    book: newest(books, nowMs),
    policies: { texts, parameters: parametersOf(texts) },
    fromMs: nowMs,
    untilMs: Math.min(...later),
  }
}

const byIds = new WeakMap<Published, Map<string, CurrentPolicies>>()

/** @returns the policies with these ids, in the same shape as those in force; the same object every time. */
export async function policiesById(ctx: Context, ids: readonly string[]): Promise<CurrentPolicies> {
  const published = await readPublished(ctx)
  const sets = byIds.get(published) ?? new Map<string, CurrentPolicies>()
  byIds.set(published, sets)
  const key = ids.join()
  const known = sets.get(key)
  if (known) return known
  const texts = published.policies.map(({ value }) => value).filter((policy) => ids.includes(policy.id))
  const found = { texts, parameters: parametersOf(texts) }
  sets.set(key, found)
  return found
}

/** @returns the published price book with the id. */
export async function priceBookById(ctx: Context, id: string): Promise<PriceBook> {
  const { books } = await readPublished(ctx)
  const book = books.find(({ value }) => value.id === id)?.value
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

function newest<T extends { version: number }>(
  versions: readonly Versioned<T>[],
  nowMs: number,
): T | undefined {
  const effective = versions.filter((version) => version.effectiveMs <= nowMs)
  const [best] = effective.sort(
    (left, right) => right.effectiveMs - left.effectiveMs || right.value.version - left.value.version,
  )
  return best?.value
}
