import { type APIRequestContext, type APIResponse, expect } from "@playwright/test"
import { API, SANDBOX } from "./addresses.ts"
import type { Person } from "./checkout.ts"

/** What a journey finds when it begins; made over HTTP, because another journey makes it by hand. */
export interface PreparedHold {
  token: string
  startsAt: string
  agreement: { textHash: string }
}

interface PriceWish {
  adults: number
  address: string
  /** Local date at the place. */
  date?: string
}

/** @returns the token of a price for the party. */
export async function prepareQuote(request: APIRequestContext, wish: PriceWish): Promise<string> {
  const { adults, address, date } = wish
  const data = { guests: { adults }, address: { text: address }, ...(date ? { date } : {}) }
  const quote = await read<{ token: string }>(request.post(`${API}/v1/public/quotes`, { data }))
  return quote.token
}

/** @returns the regular starts that are free from a day on, for a priced party, earliest first. */
export async function freeStarts(
  request: APIRequestContext,
  quoteToken: string,
  adults: number,
  from: string,
  to: string,
): Promise<{ startsAt: string; date: string }[]> {
  const params = { from, to, adults, quoteToken }
  const { days } = await read<{
    days: { date: string; starts: { startsAt: string; isRegular: boolean }[] }[]
  }>(request.get(`${API}/v1/public/availability`, { params }))
  return days.flatMap(({ date, starts }) =>
    starts.filter(({ isRegular }) => isRegular).map(({ startsAt }) => ({ startsAt, date })),
  )
}

/** Holds a start for a priced party. */
export function prepareHold(
  request: APIRequestContext,
  quoteToken: string,
  startsAt: string,
  person: Person,
): Promise<PreparedHold> {
  return read(
    request.post(`${API}/v1/public/holds`, {
      data: { quoteToken, startsAt, contact: person },
      headers: { "idempotency-key": crypto.randomUUID() },
    }),
  )
}

/** Signs and pays a hold. @returns the token of the booking's own page. */
export async function prepareBooking(
  request: APIRequestContext,
  hold: PreparedHold,
  person: Person,
  cardNumber = "4242424242424242",
): Promise<string> {
  const base = `${API}/v1/public/holds/${hold.token}`
  const signature = { signerName: person.name, isAccepted: true, textHash: hold.agreement.textHash }
  await read(request.post(`${base}/sign`, { data: signature }))
  const config = await read<{ saveCardConsent: { id: string } }>(request.get(`${API}/v1/payments/config`))
  const checkout = await read<{ url: string }>(
    request.post(`${base}/checkout`, { data: { consentId: config.saveCardConsent.id } }),
  )
  const session = new URL(checkout.url).pathname.split("/").at(-1)
  await read(
    request.post(`${SANDBOX}/_control/stripe/checkout/${session}/pay`, { data: { number: cardNumber } }),
  )
  let bookingToken = ""
  await expect(async () => {
    const payment = await read<{ state: string; bookingToken: string | null }>(request.get(`${base}/payment`))
    expect(payment.state).toBe("confirmed")
    bookingToken = payment.bookingToken ?? ""
  }).toPass({ timeout: 30_000 })
  return bookingToken
}

/** Asks something in a conversation of its own. */
export async function prepareQuestion(request: APIRequestContext, text: string): Promise<void> {
  const conversations = `${API}/v1/public/conversations`
  const { token } = await read<{ token: string }>(request.post(conversations, { data: { locale: "en-US" } }))
  const data = { clientMessageId: crypto.randomUUID(), text }
  await read(request.post(`${conversations}/${token}/messages`, { data }))
}

async function read<T>(reply: Promise<APIResponse>): Promise<T> {
  const response = await reply
  expect(response.ok(), `${response.url()}: ${await response.text()}`).toBe(true)
  return (await response.json()) as T // safe: the sandbox and the contract say so; a journey fails otherwise
}
