import type { Contact } from "@myhibachi/contract/customers"
import type { Hold } from "@myhibachi/contract/hold"
import type { Checkout, PaymentsConfig } from "@myhibachi/contract/payments"
import type { Quote } from "@myhibachi/contract/quote"
import type { PlannedEnquiry, PlannedParty } from "#app/sample-past/plan-past.ts"
import type { Stage } from "#app/sample-past/stage.ts"

type Wish = Pick<PlannedParty, "contact" | "guests" | "host"> & {
  contact: Contact
  date: string
  time: string
  items: PlannedParty["items"]
}

/** Asks for a price on the site. */
export async function askForPrice(stage: Stage, wish: Wish): Promise<Quote> {
  const { guests, items, date, time, host } = wish
  const address = { text: host.address }
  const { body } = await stage.call<Quote>("POST", "/v1/public/quotes", {
    ...{ guests, items, date, time, address },
    contact: wish.contact,
  })
  return body
}

/** Takes the start of a quote while one thinks. @throws Error when it is taken. */
export async function takeStart(stage: Stage, quote: Quote, contact: Contact): Promise<Hold> {
  const { body } = await stage.call<Hold>("POST", "/v1/public/holds", { quoteToken: quote.token, contact })
  return body
}

/** Signs the agreement of a hold. */
export async function signHold(stage: Stage, hold: Hold): Promise<Hold> {
  const url = `/v1/public/holds/${hold.token}`
  const { textHash } = hold.agreement
  await stage.call("POST", `${url}/sign`, { signerName: hold.contactName, isAccepted: true, textHash })
  return (await stage.call<Hold>("GET", url)).body
}

/** Pays on the hosted page that the route opens, and waits until the provider has told of it. */
export async function payByCard(
  stage: Stage,
  route: string,
  party: { contact: { name: string; email: string }; card: string },
  body: object = {},
): Promise<void> {
  const config = await stage.call<PaymentsConfig>("GET", "/v1/payments/config")
  const page = await stage.call<Checkout>("POST", route, {
    ...body,
    consentId: config.body.saveCardConsent.id,
  })
  await stage.sandbox.pay(page.body.url, party.card, party.contact)
  await stage.settle()
}

/** Somebody asks, and that is all. */
export async function playEnquiry(stage: Stage, planned: PlannedEnquiry): Promise<void> {
  const { contact, guests, host } = planned
  if (planned.kind === "call") {
    const wish = `A party for ${guests.adults} around ${planned.date.toString()}, please call me.`
    await stage.call("POST", "/v1/public/leads", { contact, wish, isAgreed: true })
    return
  }
  const quote = await askForPrice(stage, {
    ...{ contact, guests, host, items: [] },
    date: planned.date.toString(),
    time: "18:00",
  })
  if (planned.kind === "hold") await takeStart(stage, quote, contact)
}
