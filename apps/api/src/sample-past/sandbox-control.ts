import type { Temporal } from "#platform/time.ts"

/** What happens on the providers' side of the sandbox while the past is played. */
export interface SandboxControl {
  /** Takes back what an earlier past that was broken off left there. */
  forgetAll(): Promise<void>
  /** Lets the providers' clock stand at the instant. */
  standAt(instant: Temporal.Instant): Promise<void>
  /** Lets it run on with the machine's. */
  runFrom(instant: Temporal.Instant): Promise<void>
  /** Resolves once every message of the card provider that is on its way has arrived. */
  delivered(): Promise<void>
  /** Fills in the hosted page as a customer does. @throws Error when the card is refused. */
  pay(url: string, card: string, contact: { name: string; email: string }): Promise<void>
  /** What the card provider does each week: what is available goes to the bank. */
  payOut(): Promise<void>
}

/** @returns the control of the sandbox at the address; `secretKey` is the card provider's. */
export function sandboxControl(url: string, secretKey: string): SandboxControl {
  const post = (path: string, body: object) =>
    send(`${url}${path}`, { body: JSON.stringify(body), type: "application/json" })
  return {
    forgetAll: () => post("/_control/reset", {}),
    standAt: (instant) => post("/_control/clock", { now: instant.toString(), standing: true }),
    runFrom: (instant) => post("/_control/clock", { now: instant.toString(), standing: false }),
    delivered: () => post("/_control/stripe/webhooks", {}),
    pay: (page, card, contact) => payPage(page, { ...contact, number: card, expiry: "12 / 34", cvc: "123" }),
    payOut: () => payOut(url, secretKey),
  }
}

async function send(url: string, { body, type }: { body: string; type: string }): Promise<void> {
  const reply = await fetch(url, { method: "POST", headers: { "content-type": type }, body })
  const text = await reply.text()
  if (!reply.ok) throw new Error(`The sandbox answered ${reply.status} to ${url}: ${text}`)
}

async function payPage(url: string, form: Record<string, string>): Promise<void> {
  const reply = await fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams(form) })
  await reply.arrayBuffer()
  if (reply.status !== 303) throw new Error(`The payment page answered ${reply.status}.`)
}

async function payOut(url: string, secretKey: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${secretKey}`,
    "content-type": "application/x-www-form-urlencoded",
  }
  const reply = await fetch(`${url}/v1/balance`, { headers })
  const balance = (await reply.json()) as { available: { amount: number; currency: string }[] }
  const amount = balance.available.find(({ currency }) => currency === "usd")?.amount ?? 0
  if (amount < 1) return
  const body = new URLSearchParams({ amount: String(amount), currency: "usd" })
  const paid = await fetch(`${url}/v1/payouts`, { method: "POST", headers, body })
  if (!paid.ok) throw new Error(`The sandbox refused a payout: ${await paid.text()}`)
}
