import type { Hold } from "@myhibachi/contract/hold"
import type { Quote } from "@myhibachi/contract/quote"
import { aContact, aRequest } from "#modules/booking/testing/booked-party.ts"
import type { TestApplication } from "#platform/testing/application.ts"
import type { Refused } from "./start-product.ts"

interface Reply {
  what: string
  status: number
  code: string | undefined
  detail: string | undefined
}

/** What customers were told while something broke. */
export interface Told {
  replies: Reply[]
  /** Tokens of what was acknowledged. */
  quotes: string[]
  holds: string[]
  chats: string[]
}

export const nothingTold = (): Told => ({ replies: [], quotes: [], holds: [], chats: [] })

/** One customer: price, hold, chat. Every reply is kept; a refusal ends the visit. */
export async function visit(app: TestApplication, name: string, date: string, told: Told): Promise<void> {
  const post = async <T>(what: string, url: string, payload: object): Promise<T | undefined> => {
    const headers = { "idempotency-key": `visit-${name}-${what}` }
    const reply = await app.http.inject({ method: "POST", url, headers, payload })
    const body = reply.json<T & Partial<Refused>>()
    told.replies.push({ what, status: reply.statusCode, code: body.code, detail: body.detail })
    return reply.statusCode < 300 ? body : undefined
  }
  const chat = await post<{ token: string }>("chat", "/v1/public/conversations", {})
  if (chat) told.chats.push(chat.token)
  const quote = await post<Quote>("quote", "/v1/public/quotes", aRequest({ date }))
  if (!quote) return
  told.quotes.push(quote.token)
  const contact = aContact(`Guest ${name}`)
  const hold = await post<Hold>("hold", "/v1/public/holds", { quoteToken: quote.token, contact })
  if (hold) told.holds.push(hold.token)
}

/** @returns what was acknowledged and cannot be read any more. */
export async function findLost(app: TestApplication, told: Told): Promise<string[]> {
  const urls = [
    ...told.quotes.map((token) => `/v1/public/quotes/${token}`),
    ...told.holds.map((token) => `/v1/public/holds/${token}`),
    ...told.chats.map((token) => `/v1/public/conversations/${token}`),
  ]
  const lost = []
  for (const url of urls) {
    const { statusCode } = await app.http.inject({ url })
    if (statusCode !== 200) lost.push(`${statusCode} ${url}`)
  }
  return lost
}
