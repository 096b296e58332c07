import { createHash } from "node:crypto"
import { z } from "zod"
import { type AskRingCentral, type RingCentralReply, smsDown } from "./ringcentral-connection.ts"

const PATH = "/restapi/v1.0/subscription"
const FILTER = "/restapi/v1.0/account/~/extension/~/message-store/instant?type=SMS"
/** The most that RingCentral allows: twenty years. */
const LIFE_SECONDS = 630_720_000
/** What is left of a life when it is renewed; accounts may get seven days only. */
const RENEW_SECONDS = 2 * 24 * 3600

const Subscription = z.object({
  id: z.string(),
  status: z.string(),
  expiresIn: z.number().optional(),
  deliveryMode: z.object({ address: z.string().optional() }),
})
const SubscriptionList = z.object({ records: z.array(Subscription) })

/**
 * Keeps one subscription for the address alive. One that RingCentral has given up on cannot be revived and is
 * replaced; a new token makes a new address, because the token of an old one cannot be changed.
 * @throws AppError "sms-down".
 */
export async function listenToTexts(ask: AskRingCentral, address: string, token: string): Promise<void> {
  const ours = withMark(address, token)
  const list = SubscriptionList.safeParse((await ask("GET", PATH)).body)
  if (!list.success) throw smsDown("The subscriptions could not be read.")
  const known = list.data.records.filter(({ deliveryMode }) => deliveryMode.address?.startsWith(address))
  const active = known.find(
    ({ deliveryMode, status }) => deliveryMode.address === ours && status === "Active",
  )
  if (!active) await create(ask, ours, token)
  else if ((active.expiresIn ?? 0) < RENEW_SECONDS)
    requireDone(await ask("POST", `${PATH}/${active.id}/renew`))
  for (const { id } of known) if (id !== active?.id) requireDone(await ask("DELETE", `${PATH}/${id}`))
}

function withMark(address: string, token: string): string {
  return `${address}?of=${createHash("sha256").update(`address of ${token}`).digest("hex").slice(0, 12)}`
}

async function create(ask: AskRingCentral, address: string, verificationToken: string): Promise<void> {
  const reply = await ask("POST", PATH, {
    eventFilters: [FILTER],
    deliveryMode: { transportType: "WebHook", address, verificationToken },
    expiresIn: LIFE_SECONDS,
  })
  requireDone(reply)
}

function requireDone(reply: RingCentralReply): void {
  if (reply.status >= 300) throw smsDown(`The subscription was answered with ${reply.status}.`)
}
