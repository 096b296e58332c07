import type {
  Consent,
  Customer,
  CustomerPage,
  CustomerQuery,
  CustomerSummary,
} from "@myhibachi/contract/customers"
import { and, asc, desc, eq, exists, ilike, or, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import type { CustomerRow } from "./find-or-create-customer.ts"
import { addresses, consents, customers, identities, notes } from "./tables.ts"

/** @returns customers by name, e-mail or phone, the most recently active first. @throws AppError "invalid-cursor". */
export async function findCustomers(ctx: Context, query: CustomerQuery): Promise<CustomerPage> {
  const after = query.cursor ? decodeCursor(query.cursor, 2) : null
  const rows = await ctx.replica
    .select()
    .from(customers)
    .where(
      and(
        query.search ? matches(ctx, query.search) : undefined,
        after
          ? sql`(${customers.lastActivityAt}, ${customers.id}) < (${String(after[0])}::timestamptz, ${String(after[1])})`
          : undefined,
      ),
    )
    .orderBy(desc(customers.lastActivityAt), desc(customers.id))
    .limit(query.limit + 1)
  return toPage(rows, query.limit, (row) => [row.lastActivityAt.toString(), row.id], summarise)
}

function matches(ctx: Context, search: string) {
  const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const digits = search.replaceAll(/\D/g, "")
  const byIdentity = ctx.replica
    .select({ one: sql`1` })
    .from(identities)
    .where(
      and(
        eq(identities.customerId, customers.id),
        or(
          ilike(identities.value, pattern),
          digits.length >= 4 ? ilike(identities.value, `%${digits}%`) : undefined,
        ),
      ),
    )
  return or(ilike(customers.name, pattern), exists(byIdentity))
}

/** @returns the person's row. @throws AppError "customer-not-found". */
export async function requireCustomer(ctx: Context, customerId: string): Promise<CustomerRow> {
  const [row] = await ctx.db.select().from(customers).where(eq(customers.id, customerId))
  if (!row) throw notFound("customer", customerId)
  return row
}

/** @returns all that is known about a person. @throws AppError "customer-not-found". */
export async function readCustomer(ctx: Context, input: { customerId: string }): Promise<Customer> {
  const { customerId } = input
  const row = await requireCustomer(ctx, customerId)
  const ways = await ctx.db
    .select()
    .from(identities)
    .where(eq(identities.customerId, customerId))
    .orderBy(asc(identities.createdAt))
  const places = await ctx.db
    .select()
    .from(addresses)
    .where(eq(addresses.customerId, customerId))
    .orderBy(desc(addresses.createdAt))
  const answers = await ctx.db
    .select()
    .from(consents)
    .where(eq(consents.customerId, customerId))
    .orderBy(desc(consents.at), desc(consents.id))
  const written = await ctx.db
    .select()
    .from(notes)
    .where(eq(notes.customerId, customerId))
    .orderBy(desc(notes.at))
  return {
    ...summarise(row),
    version: row.version,
    identities: ways.map((way) => ({
      kind: way.kind,
      value: way.value,
      isVerified: way.verifiedAt !== null,
    })),
    addresses: places.map(({ id, place }) => ({ id, ...place })),
    consents: newestOfEach(answers).map(presentConsent),
    notes: written.map(({ id, author, text, at }) => ({ id, author, text, at: at.toString() })),
  }
}

type ConsentRow = typeof consents.$inferSelect

function presentConsent({ channel, scope, isGranted, evidence, at }: ConsentRow): Consent {
  return { channel, scope, isGranted, evidence, at: at.toString() }
}

function newestOfEach(answers: ConsentRow[]): ConsentRow[] {
  return answers.filter(
    (answer, index) =>
      answers.findIndex((other) => other.channel === answer.channel && other.scope === answer.scope) ===
      index,
  )
}

function summarise(row: CustomerRow): CustomerSummary {
  const { id, name, email, phone } = row
  return {
    id,
    name,
    email,
    phone,
    createdAt: row.createdAt.toString(),
    lastActivityAt: row.lastActivityAt.toString(),
  }
}
