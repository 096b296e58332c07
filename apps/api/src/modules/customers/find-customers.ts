import type { Customer, CustomerPage, CustomerQuery, CustomerSummary } from "@myhibachi/contract/customers"
import { and, asc, desc, isNull, type SQL, sql } from "drizzle-orm"
import { parsePhoneNumberFromString } from "libphonenumber-js"
import type { Context } from "#platform/context.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { readConsents } from "./consents/read-consents.ts"
import { isPerson } from "./family.ts"
import type { CustomerRow } from "./find-or-create-customer.ts"
import { readMerges } from "./merging/read-merges.ts"
import { requireCustomer } from "./require-customer.ts"
import { addresses, customers, identities, notes, timeline } from "./tables.ts"

/**
 * Looks in names (also misspelt), e-mail addresses, phone numbers in any writing, addresses and the references
 * of bookings; whoever was merged is found under the survivor.
 * @returns customers, the most recently active first. @throws AppError "invalid-cursor".
 */
export async function findCustomers(ctx: Context, query: CustomerQuery): Promise<CustomerPage> {
  const after = query.cursor ? decodeCursor(query.cursor, 2) : null
  const rows = await ctx.replica
    .select()
    .from(customers)
    .where(
      and(
        isNull(customers.mergedInto),
        isNull(customers.erasedAt),
        query.search ? matches(query.search) : undefined,
        query.tag ? sql`${customers.tags} ? ${query.tag}` : undefined,
        after
          ? sql`(${customers.lastActivityAt}, ${customers.id}) < (${String(after[0])}::timestamptz, ${String(after[1])})`
          : undefined,
      ),
    )
    .orderBy(desc(customers.lastActivityAt), desc(customers.id))
    .limit(query.limit + 1)
  return toPage(rows, query.limit, (row) => [row.lastActivityAt.toString(), row.id], summarise)
}

/** One indexed search for each kind of thing; together they name the people. */
function matches(search: string): SQL {
  const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const found = [
    sql`select ${customers.id} as id from ${customers} where ${customers.name} ilike ${pattern} or ${search} <% ${customers.name}`,
    sql`select ${identities.customerId} from ${identities} where ${identities.value} ilike ${pattern}`,
    sql`select ${addresses.customerId} from ${addresses} where ${addresses.place}->>'formatted' ilike ${pattern}`,
    ...byPhone(search),
    ...byReference(search),
  ]
  return sql`${customers.id} in (select customers_survivor(found.id) from (${sql.join(found, sql` union `)}) found)`
}

function byPhone(search: string): SQL[] {
  const phone = parsePhoneNumberFromString(search, "US")
  const digits = phone?.isPossible() ? phone.number.slice(1) : search.replaceAll(/\D/g, "")
  if (digits.length < 4) return []
  return [
    sql`select ${identities.customerId} from ${identities} where ${identities.kind} = 'phone' and ${identities.value} like ${`%${digits}%`}`,
  ]
}

const REFERENCE = /^[A-Z]{2}-?[A-Z0-9]{4,}$/i

/** The timeline of a person names the bookings. */
function byReference(search: string): SQL[] {
  if (!REFERENCE.test(search)) return []
  return [
    sql`select ${timeline.customerId} from ${timeline} where ${timeline.kind} = 'booking' and ${timeline.title} ilike ${`%${search}%`}`,
  ]
}

/** @returns all that is known about a person. @throws AppError "customer-not-found". */
export async function readCustomer(ctx: Context, input: { customerId: string }): Promise<Customer> {
  const row = await requireCustomer(ctx, input.customerId)
  const customerId = row.id
  const ways = await ctx.db
    .select()
    .from(identities)
    .where(isPerson(identities.customerId, customerId))
    .orderBy(asc(identities.createdAt), asc(identities.id))
  const places = await ctx.db
    .select()
    .from(addresses)
    .where(isPerson(addresses.customerId, customerId))
    .orderBy(desc(addresses.isDefault), desc(addresses.createdAt))
  const written = await ctx.db
    .select()
    .from(notes)
    .where(isPerson(notes.customerId, customerId))
    .orderBy(desc(notes.at))
  const first = (kind: "email" | "phone") => ways.find((way) => way.kind === kind)?.value ?? null
  return {
    ...summarise(row),
    email: row.email ?? first("email"),
    phone: row.phone ?? first("phone"),
    tags: await readTags(ctx, customerId),
    erasedAt: row.erasedAt?.toString() ?? null,
    version: row.version,
    identities: ways.map(({ kind, value, verifiedAt }) => ({ kind, value, isVerified: verifiedAt !== null })),
    addresses: places.map(({ id, place, isDefault }) => ({ id, isDefault, ...place })),
    consents: await readConsents(ctx, customerId),
    notes: written.map(({ id, author, text, at }) => ({ id, author, text, at: at.toString() })),
    merges: await readMerges(ctx, customerId),
  }
}

/** @returns how a person is reached, without all else that is known. @throws AppError "customer-not-found". */
export async function readContact(
  ctx: Context,
  input: { customerId: string },
): Promise<Pick<Customer, "id" | "email" | "phone">> {
  const { id, email, phone } = await requireCustomer(ctx, input.customerId)
  if (email && phone) return { id, email, phone }
  const ways = await ctx.db
    .select({ kind: identities.kind, value: identities.value })
    .from(identities)
    .where(isPerson(identities.customerId, id))
    .orderBy(asc(identities.createdAt), asc(identities.id))
  const first = (kind: "email" | "phone") => ways.find((way) => way.kind === kind)?.value ?? null
  return { id, email: email ?? first("email"), phone: phone ?? first("phone") }
}

async function readTags(ctx: Context, customerId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ tags: customers.tags })
    .from(customers)
    .where(isPerson(customers.id, customerId))
  return [...new Set(rows.flatMap((row) => row.tags))].toSorted()
}

/** @returns the row as a line of a list. */
export function summarise(row: CustomerRow): CustomerSummary {
  const { id, name, email, phone, tags } = row
  return {
    id,
    name,
    email,
    phone,
    tags,
    createdAt: row.createdAt.toString(),
    lastActivityAt: row.lastActivityAt.toString(),
  }
}
