import { Contact } from "@myhibachi/contract/customers"
import { usd } from "@myhibachi/contract/money"
import { RecordOfflinePayment } from "@myhibachi/contract/payments"
import { DateText, TimeText } from "@myhibachi/contract/time"
import { z } from "zod"
import {
  checkServiceArea,
  holdForCustomer,
  quoteParty,
  readQuoteStory,
  releaseHold,
} from "#modules/booking/index.ts"
import { recordOfflineDeposit } from "#modules/payments/index.ts"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { type CommitRow, type ImportDefinition, withoutEmpty } from "./import-kind.ts"

const Count = z
  .string()
  .regex(/^\d{1,5}$/, "Write a whole number.")
  .transform(Number)

const Details = z.object({
  date: DateText,
  time: TimeText,
  address: z.string().min(5, "Write the street address, the city and the state.").max(300),
  adults: Count,
  children: Count.default(0),
  little_ones: Count.default(0),
  deposit_paid: z
    .string()
    .regex(/^\$?\d[\d,]*(\.\d\d?)?$/, "Write an amount in dollars, for example 100.00.")
    .transform((text) => Math.round(Number(text.replaceAll(/[$,]/g, "")) * 100)),
  paid_by: z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(RecordOfflinePayment.shape.method),
  reference: RecordOfflinePayment.shape.reference,
})
const Row = z.intersection(Contact, Details)
type Row = z.output<typeof Row>

export const bookingsImport: ImportDefinition = {
  kind: "bookings",
  permissions: ["bookings:write", "payments:write"],
  mostRows: 2000,
  isOneTransaction: false,
  columns: [
    { name: "name", title: "Name", isRequired: true, example: "Ada Park", remedy: "Write the host's name." },
    {
      name: "email",
      title: "E-mail",
      isRequired: false,
      example: "ada.park@example.com",
      otherNames: ["e-mail"],
      remedy: "Write an address like name@example.com, or give a phone number.",
    },
    {
      name: "phone",
      title: "Phone",
      isRequired: false,
      example: "510-555-0142",
      remedy: "Write the number with its area code.",
    },
    {
      name: "date",
      title: "Date",
      isRequired: true,
      example: "2026-12-12",
      remedy: "Write the day as YYYY-MM-DD.",
    },
    {
      name: "time",
      title: "Start",
      isRequired: true,
      example: "18:00",
      otherNames: ["start"],
      remedy: "Write the start at the party as HH:MM, for example 18:00.",
    },
    {
      name: "address",
      title: "Address",
      isRequired: true,
      example: "2000 Broadway, Oakland, CA 94612",
      remedy: "Write the street address, the city and the state.",
    },
    { name: "adults", title: "Adults", isRequired: true, example: "14", remedy: "Write a whole number." },
    { name: "children", title: "Children", isRequired: false, example: "2", remedy: "Write a whole number." },
    {
      name: "little_ones",
      title: "Little ones",
      isRequired: false,
      example: "1",
      otherNames: ["little ones"],
      remedy: "Write a whole number.",
    },
    {
      name: "deposit_paid",
      title: "Deposit paid",
      isRequired: true,
      example: "100.00",
      otherNames: ["deposit", "deposit paid"],
      remedy: "Write what was received, in dollars; without the deposit a party is not booked.",
    },
    {
      name: "paid_by",
      title: "Paid by",
      isRequired: true,
      example: "zelle",
      otherNames: ["paid by", "method"],
      remedy: `Write one of ${RecordOfflinePayment.shape.method.options.join(", ")}.`,
    },
    {
      name: "reference",
      title: "Receipt",
      isRequired: true,
      example: "Zelle 4711",
      otherNames: ["receipt"],
      remedy: "Write the receipt, check or confirmation number.",
    },
  ],
  schema: Row,
  async identify(_ctx, cells) {
    return [cells.email ?? "", cells.phone ?? "", cells.date ?? "", cells.time ?? "", cells.address ?? ""]
  },
  async inspect(ctx, cells) {
    const area = await checkServiceArea(ctx, { address: cells.address ?? "" })
    if (area.isServed) return []
    return [
      { column: "address", detail: area.detail, remedy: "Correct the address, or leave this party out." },
    ]
  },
  async commit(ctx, input) {
    const row: Row = Row.parse(withoutEmpty(input.cells))
    const quoteId = input.row.progress.quoteId ?? (await quoteRow(ctx, row, input))
    // A process that was killed behind the booking finds it here and books nothing twice.
    const booked = (await readQuoteStory(ctx, { quoteId })).hold?.bookingId
    return { state: "created", entityId: booked ?? (await bookRow(ctx, row, quoteId)) }
  },
}

async function quoteRow(ctx: Context, row: Row, { remember }: CommitRow): Promise<string> {
  const quote = await quoteParty(ctx, {
    guests: { adults: row.adults, children: row.children, littleOnes: row.little_ones },
    date: row.date,
    time: row.time,
    address: { text: row.address },
    contact: contactOf(row),
  })
  await remember(ctx, { quoteId: quote.id })
  return quote.id
}

function contactOf({ name, email, phone }: Row): Contact {
  return { name, ...(email ? { email } : {}), ...(phone ? { phone } : {}) }
}

async function bookRow(ctx: Context, row: Row, quoteId: string): Promise<string> {
  const contact = contactOf(row)
  const hold = await holdForCustomer(ctx, { quoteId, contact, signerName: row.name })
  try {
    const payment = await recordOfflineDeposit(ctx, hold.id, {
      method: row.paid_by,
      purpose: "deposit",
      amount: usd(row.deposit_paid),
      reference: row.reference,
    })
    if (!payment.bookingId) throw new Error(`The payment ${payment.id} booked no party.`)
    return payment.bookingId
  } catch (error) {
    if (error instanceof AppError)
      await releaseHold(ctx, { holdId: hold.id, reason: "the import refused it" })
    throw error
  }
}
