import type { Availability } from "@myhibachi/contract/availability"
import type { Hold } from "@myhibachi/contract/hold"
import type { Quote } from "@myhibachi/contract/quote"
import { confirmBookingFromHold, readHoldForPayment } from "../../apps/api/src/modules/booking/index.ts"
import { inTransaction } from "../../apps/api/src/platform/database/database.ts"
import type { MeasuredApplication } from "./application.ts"

const GUESTS = { adults: 14, children: 2, littleOnes: 1 }
const PLACE = "1221 Broadway, Oakland, CA 94612"
const DAYS_AHEAD = 30

/** Takes one party from quote to confirmed booking. @returns the token of the customer's page. */
export async function makeBooking(application: MeasuredApplication): Promise<string> {
  const date = application.services.clock
    .now()
    .add({ hours: 24 * DAYS_AHEAD })
    .toString()
    .slice(0, 10)
  const quote = await call<Quote>(application, "POST", "/v1/public/quotes", {
    guests: GUESTS,
    date,
    time: "18:00",
    address: { text: PLACE },
  })
  const query = `from=${date}&adults=${GUESTS.adults}&children=${GUESTS.children}&quoteToken=${quote.token}`
  const { days } = await call<Availability>(application, "GET", `/v1/public/availability?${query}`)
  const start = days[0]?.starts[0]
  if (!start) throw new Error(`No start is free on ${date}.`)
  const hold = await call<Hold>(application, "POST", "/v1/public/holds", {
    quoteToken: quote.token,
    startsAt: start.startsAt,
    contact: { name: "Measured Customer", email: "measured@example.com" },
  })
  await call(application, "POST", `/v1/public/holds/${hold.token}/sign`, {
    signerName: "Measured Customer",
    isAccepted: true,
    textHash: hold.agreement.textHash,
  })
  const ctx = application.context({ kind: "system", name: "proof" })
  const { dueCents } = await readHoldForPayment(ctx, { holdId: hold.id })
  const confirmed = await inTransaction(ctx, (inner) =>
    confirmBookingFromHold(inner, { holdId: hold.id, paidCents: dueCents, source: "proof" }),
  )
  if (confirmed.outcome === "too-late") throw new Error("The booking was not confirmed.")
  return confirmed.token
}

/** @returns the body of the reply. @throws Error with the problem when it is refused. */
export async function call<T>(
  application: MeasuredApplication,
  method: "GET" | "POST",
  url: string,
  payload?: object,
): Promise<T> {
  const headers = { "idempotency-key": application.services.newId("key") }
  const reply = await application.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  if (reply.statusCode >= 300) throw new Error(`${method} ${url} was refused: ${reply.body}`)
  return reply.json() as T // safe: the route's own schema made it
}
