import { type SQL, type SQLWrapper, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"

/**
 * @returns the condition that a column names this person: themselves or anybody merged with them. Every read
 * by customer goes through here, in all modules, because a merge rewrites nobody's rows.
 */
export function isPerson(column: SQLWrapper, customerId: string): SQL {
  return sql`${column} in (select customers_family(${customerId}))`
}

/** @returns the id under which a person is found now: their own, or that of whom they were merged into. */
export function survivorId(customerId: SQLWrapper | string): SQL<string> {
  return sql<string>`customers_survivor(${customerId})`
}

/** @returns the ids of the person and of everybody merged with them. */
export async function readFamily(ctx: Context, customerId: string): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select customers_family(${customerId}) as id order by 1`,
  )
  return rows.map(({ id }) => id)
}
