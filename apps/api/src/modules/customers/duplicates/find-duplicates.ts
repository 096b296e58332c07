import type { CustomerPair, DuplicateList, DuplicateReason } from "@myhibachi/contract/customers"
import { inArray, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { summarise } from "../find-customers.ts"
import { requireCustomer } from "../require-customer.ts"
import { addresses, customers, distinctPairs, sharedContacts } from "../tables.ts"
import { LEAST_SCORE, scorePair } from "./score-pair.ts"

const MOST_PAIRS = 100
/** Names and addresses that are less alike are not compared further. */
const LEAST_LIKENESS = 0.55

interface Finding extends Record<string, unknown> {
  one_id: string
  other_id: string
  kind: DuplicateReason["kind"]
  strength: number
}

/**
 * Pairs that may be one person: one gave the other's e-mail or phone, or name and address are alike. Without
 * those that staff found to be two people.
 * @returns at most a hundred, the surest first.
 */
export async function findDuplicates(ctx: Context): Promise<DuplicateList> {
  const { rows } = await ctx.db.execute<Finding>(findings())
  const pairs = [...Map.groupBy(rows, ({ one_id, other_id }) => `${one_id} ${other_id}`).values()]
    .map((found) => ({ ids: idsOf(found), reasons: found.map(toReason) }))
    .map((pair) => ({ ...pair, score: scorePair(pair.reasons) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_PAIRS)
  const people = await readPeople(ctx, [...new Set(pairs.flatMap(({ ids }) => ids))])
  return {
    items: pairs.flatMap(({ ids: [oneId, otherId], reasons, score }) => {
      const [one, other] = [people.get(oneId), people.get(otherId)]
      return one && other ? [{ one, other, reasons, score }] : []
    }),
  }
}

/** Keeps that two are not one, so that they are not shown again. @throws AppError "customer-not-found". */
export async function keepApart(ctx: Context, pair: CustomerPair): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const given = [await requireCustomer(ctx, pair.oneId), await requireCustomer(ctx, pair.otherId)]
    const [oneId, otherId] = given.map(({ id }) => id).toSorted() as [string, string] // safe: two are given
    await ctx.db
      .insert(distinctPairs)
      .values({ oneId, otherId, decidedBy: actorName(ctx.actor), decidedAt: ctx.now() })
      .onConflictDoNothing()
    await audit(ctx, {
      action: "customer.kept-apart",
      entity: "customer",
      entityId: oneId,
      details: { otherId },
    })
  })
}

/** One row for each reason of each pair of people who stand for themselves. */
function findings() {
  return sql`
    with people as (select id, name from ${customers} where merged_into is null and erased_at is null),
    shared as (
      select least(customers_survivor(one_id), customers_survivor(other_id)) as one_id,
        greatest(customers_survivor(one_id), customers_survivor(other_id)) as other_id,
        kind, 1.0::float8 as strength
      from ${sharedContacts}
    ),
    named as (
      select one.id as one_id, other.id as other_id, similarity(one.name, other.name)::float8 as strength
      from people one join ${customers} other on other.name % one.name and other.id > one.id
      where other.merged_into is null and other.erased_at is null
    ),
    housed as (
      select named.one_id, named.other_id,
        max(similarity(a.place->>'formatted', b.place->>'formatted'))::float8 as strength
      from named
      join ${addresses} a on a.customer_id in (select customers_family(named.one_id))
      join ${addresses} b on b.customer_id in (select customers_family(named.other_id))
      group by 1, 2
    ),
    found as (
      select distinct one_id, other_id, kind, strength from shared where one_id <> other_id
      union all select one_id, other_id, 'name', strength from named where strength >= ${LEAST_LIKENESS}
      union all select one_id, other_id, 'address', strength from housed where strength >= ${LEAST_LIKENESS}
    )
    select found.* from found
    where not exists (
      select 1 from ${distinctPairs} apart
      where apart.one_id = found.one_id and apart.other_id = found.other_id
    )`
}

function idsOf(found: Finding[]): [string, string] {
  const [first] = found
  if (!first) throw new Error("A group without a member.")
  return [first.one_id, first.other_id]
}

function toReason({ kind, strength }: Finding): DuplicateReason {
  return { kind, strength: Math.round(Number(strength) * 100) / 100 }
}

async function readPeople(ctx: Context, ids: string[]) {
  const rows = ids.length > 0 ? await ctx.db.select().from(customers).where(inArray(customers.id, ids)) : []
  return new Map(rows.map((row) => [row.id, summarise(row)]))
}
