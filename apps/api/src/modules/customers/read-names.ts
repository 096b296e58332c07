import { sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { survivorId } from "./family.ts"
import { customers } from "./tables.ts"

export interface NamedPerson {
  /** Under which the person is found now: another one after a merge. */
  customerId: string
  name: string
}

/** @returns who the given customers are now, by the ids that were asked for; whose data was erased is left out. */
export async function readNames(
  ctx: Context,
  customerIds: readonly string[],
): Promise<Map<string, NamedPerson>> {
  const asked = JSON.stringify([...new Set(customerIds)])
  const { rows } = await ctx.replica.execute<{ asked: string; customerId: string; name: string }>(sql`
    select asked.id as asked, ${customers.id} as "customerId", ${customers.name} as name
    from jsonb_array_elements_text(${asked}::jsonb) as asked(id)
    join ${customers} on ${customers.id} = ${survivorId(sql`asked.id`)}
    where ${customers.erasedAt} is null`)
  return new Map(rows.map(({ asked, customerId, name }) => [asked, { customerId, name }]))
}
