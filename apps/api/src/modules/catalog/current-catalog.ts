import {
  type PolicyKey,
  PolicyParameters,
  type PolicyText,
  type PriceBook,
} from "@myhibachi/contract/catalog"
import type { Context } from "#platform/context.ts"
import type { Temporal } from "#platform/time.ts"
import { readPublished, type Versioned } from "./published-catalog.ts"

/** The rules in force: their texts, and what they decide. */
export interface CurrentPolicies {
  texts: PolicyText[]
  parameters: PolicyParameters
}

/** @returns the price book that is effective now. */
export async function currentPriceBook(ctx: Context): Promise<PriceBook> {
  const { books } = await readPublished(ctx)
  const book = newest(books, ctx.now())
  if (!book) throw new Error("There is no effective price book.")
  return book
}

/** @returns the policies that are in force now, one version of each. */
export async function currentPolicies(ctx: Context): Promise<CurrentPolicies> {
  const { policies: all } = await readPublished(ctx)
  const keys = new Set(all.map(({ value }) => value.key))
  const texts = [...keys].flatMap((key) => {
    const policy = newest(
      all.filter((candidate) => candidate.value.key === key),
      ctx.now(),
    )
    return policy ? [policy] : []
  })
  return { texts, parameters: parametersOf(texts) }
}

/** @returns the policies with these ids, in the same shape as those in force. */
export async function policiesById(ctx: Context, ids: readonly string[]): Promise<CurrentPolicies> {
  const { policies: all } = await readPublished(ctx)
  const texts = all.map(({ value }) => value).filter((policy) => ids.includes(policy.id))
  return { texts, parameters: parametersOf(texts) }
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
  now: Temporal.Instant,
): T | undefined {
  const effective = versions.filter((version) => version.effectiveMs <= now.epochMilliseconds)
  const [best] = effective.sort(
    (left, right) => right.effectiveMs - left.effectiveMs || right.value.version - left.value.version,
  )
  return best?.value
}
