import type { Booking, BookingStatus } from "@myhibachi/contract/booking"
import type { InvoiceDetail, InvoiceDocument } from "@myhibachi/contract/invoices"
import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { lockBookingMoney, readBooking } from "#modules/booking/index.ts"
import { addTimelineEntry } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { invoiceIssued } from "../events.ts"
import { readInvoice } from "./find-invoices.ts"
import { invoiceCounters, invoices, legalEntities } from "./tables.ts"

export type InvoiceRow = typeof invoices.$inferSelect
type EntityRow = typeof legalEntities.$inferSelect
type Series = InvoiceRow["kind"]

const NEVER_INVOICED: readonly BookingStatus[] = ["cancelled", "no_show", "cancel_requested"]

/**
 * Issues the invoice of a booking. One that is valid and says the same is the answer; one that says something
 * else must be voided first.
 * @throws AppError "booking-not-invoiceable", "invoice-outdated" (409), "booking-not-found".
 */
export async function issueInvoice(ctx: Context, input: { bookingId: string }): Promise<InvoiceDetail> {
  const invoiceId = await inTransaction(ctx, async (ctx) => {
    // Locked, so that the price cannot change under the invoice.
    const { status } = await lockBookingMoney(ctx, input)
    if (NEVER_INVOICED.includes(status)) {
      const message = "A party that does not take place has no invoice; see its cancellation instead."
      throw new AppError("conflict", "booking-not-invoiceable", message)
    }
    const booking = await readBooking(ctx, input)
    const known = await findValid(ctx, input.bookingId)
    if (known) return refuseOutdated(known, booking)
    const entity = await entityOf(ctx, booking.stationId)
    const row = await insert(ctx, entity, {
      kind: "invoice",
      creditsId: null,
      bookingId: booking.id,
      customerId: booking.customer.id,
      totalCents: booking.total.amount,
      document: documentOf(entity, booking),
      addressee: {
        name: booking.customer.name,
        email: booking.customer.email,
        place: booking.place.formatted,
      },
      reason: null,
    })
    return row.id
  })
  return readInvoice(ctx, invoiceId)
}

function refuseOutdated(known: InvoiceRow, booking: Booking): string {
  if (known.totalCents === booking.total.amount) return known.id
  const message = `The price has changed since ${known.number} was issued; void it first, then issue a new one.`
  throw new AppError("conflict", "invoice-outdated", message, { invoiceId: known.id, number: known.number })
}

/** @returns the booking's invoice that was not taken back. */
export async function findValid(ctx: Context, bookingId: string): Promise<InvoiceRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(invoices)
    .where(and(eq(invoices.bookingId, bookingId), eq(invoices.kind, "invoice"), isNull(invoices.voidedAt)))
  return row
}

/**
 * Takes an invoice back by a credit note with a number of its own.
 * @returns the credit note. @throws AppError "invoice-not-found", "invoice-voided" (409), "credit-note" (409).
 */
export async function voidInvoice(
  ctx: Context,
  input: { invoiceId: string; reason: string },
): Promise<InvoiceDetail> {
  const creditNoteId = await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(invoices).where(eq(invoices.id, input.invoiceId)).for("update")
    if (!row) throw new AppError("not-found", "invoice-not-found", "There is no such invoice.")
    if (row.kind === "credit_note")
      throw new AppError("conflict", "credit-note", "A credit note is final; issue a new invoice instead.")
    if (row.voidedAt) throw new AppError("conflict", "invoice-voided", `${row.number} was taken back before.`)
    await ctx.db.update(invoices).set({ voidedAt: ctx.now() }).where(eq(invoices.id, row.id))
    const [entity] = await ctx.db.select().from(legalEntities).where(eq(legalEntities.id, row.entityId))
    if (!entity) throw new Error(`The legal entity ${row.entityId} has gone.`)
    const { bookingId, customerId, document, addressee } = row
    const note = await insert(ctx, entity, {
      kind: "credit_note",
      creditsId: row.id,
      bookingId,
      customerId,
      totalCents: -row.totalCents,
      document,
      addressee,
      reason: input.reason,
    })
    return note.id
  })
  return readInvoice(ctx, creditNoteId)
}

type NewInvoice = Pick<
  InvoiceRow,
  "kind" | "creditsId" | "bookingId" | "customerId" | "totalCents" | "document" | "addressee" | "reason"
>

async function insert(ctx: Context, entity: EntityRow, invoice: NewInvoice): Promise<InvoiceRow> {
  const [row] = await ctx.db
    .insert(invoices)
    .values({
      ...invoice,
      id: ctx.newId("inv"),
      number: await nextNumber(ctx, entity, invoice.kind),
      entityId: entity.id,
      issuedAt: ctx.now(),
      issuedBy: actorName(ctx.actor),
    })
    .returning()
  if (!row) throw new Error("The invoice was not written.")
  await publish(ctx, invoiceIssued, { invoiceId: row.id, bookingId: row.bookingId, kind: row.kind })
  await addTimelineEntry(ctx, {
    customerId: row.customerId,
    kind: "payment",
    title: row.kind === "invoice" ? `Invoice ${row.number} issued` : `Credit note ${row.number} issued`,
    entity: "booking",
    entityId: row.bookingId,
  })
  await audit(ctx, {
    action: row.kind === "invoice" ? "invoice.issued" : "invoice.voided",
    entity: "invoice",
    entityId: row.creditsId ?? row.id,
    details: { number: row.number, totalCents: row.totalCents, reason: row.reason },
  })
  return row
}

const PREFIX: Record<Series, string> = { invoice: "", credit_note: "CN-" }

/** The counter's row stays locked until the invoice is written or the number is given back with it. */
async function nextNumber(ctx: Context, entity: EntityRow, series: Series): Promise<string> {
  const { year } = ctx.now().toZonedDateTimeISO(entity.timeZone)
  const [counter] = await ctx.db
    .insert(invoiceCounters)
    .values({ entityId: entity.id, series, year, last: 1 })
    .onConflictDoUpdate({
      target: [invoiceCounters.entityId, invoiceCounters.series, invoiceCounters.year],
      set: { last: sql`${invoiceCounters.last} + 1` },
    })
    .returning({ last: invoiceCounters.last })
  if (!counter) throw new Error("The invoice counter gave no number.")
  return `${PREFIX[series]}${entity.prefix}-${year}-${String(counter.last).padStart(5, "0")}`
}

async function entityOf(ctx: Context, stationId: string): Promise<EntityRow> {
  const rows = await ctx.db.select().from(legalEntities).orderBy(asc(legalEntities.position))
  const entity = rows.find((row) => row.stationIds.includes(stationId)) ?? rows[0]
  if (!entity) throw new Error("There is no legal entity that could issue invoices; was the database seeded?")
  return entity
}

function documentOf(entity: EntityRow, booking: Booking): InvoiceDocument {
  return {
    issuer: { name: entity.name, addressLines: entity.addressLines, taxNumber: entity.taxNumber },
    party: {
      reference: booking.reference,
      startsAt: booking.startsAt,
      timeZone: booking.timeZone,
    },
    lines: booking.lines,
    beforeTax: booking.beforeTax,
    tax: booking.tax,
    total: booking.total,
  }
}

/** Issues the invoice of a party that took place; one that was issued before for another price is replaced. */
export async function invoiceCompleted(ctx: Context, input: { bookingId: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { totalCents } = await lockBookingMoney(ctx, input)
    const known = await findValid(ctx, input.bookingId)
    if (known && known.totalCents !== totalCents)
      await voidInvoice(ctx, { invoiceId: known.id, reason: "The price changed before the party." })
    await issueInvoice(ctx, input)
  })
}
