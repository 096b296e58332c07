import { createHash, timingSafeEqual } from "node:crypto"
import { z } from "zod"
import type { Config } from "#app/config.ts"
import { AppError } from "#platform/errors.ts"
import type { Temporal } from "#platform/time.ts"
import { describeFailure } from "./describe-failure.ts"
import type { Notice, SendOutcome, SentText, Sms } from "./port.ts"
import { type AskRingCentral, connectRingCentral, smsDown } from "./ringcentral-connection.ts"
import { listenToTexts } from "./ringcentral-subscription.ts"

const LONGEST_UNITS = 1000
const MOST_A_MINUTE = 40
const DEFAULT_WAIT_SECONDS = 60
const OWN = "/restapi/v1.0/account/~/extension/~"

const Message = z.object({
  id: z.union([z.number(), z.string()]).transform(String),
  subject: z.string().default(""),
  messageStatus: z.enum(["Queued", "Sent", "Delivered", "DeliveryFailed", "SendingFailed", "Received"]),
  deliveryErrorCode: z.string().optional(),
})
const MessageList = z.object({ records: z.array(Message) })
const Refusal = z.object({ errorCode: z.string(), message: z.string().optional() })

const Phone = z.object({ phoneNumber: z.string() })
const Instant = z.object({
  uuid: z.string().min(1).max(100),
  body: z.object({
    id: z.union([z.number(), z.string()]).transform(String),
    type: z.string(),
    direction: z.string(),
    from: Phone,
    to: z.array(Phone).min(1),
    subject: z.string().default(""),
  }),
})
const AnyNotice = z.object({ uuid: z.string().min(1).max(100) })

/** @returns text messages over RingCentral, or undefined unless all its settings are there: who cannot hear STOP must not write. */
export function createRingCentralSms(config: Config, options: { timeoutMs?: number } = {}): Sms | undefined {
  const { RINGCENTRAL_CLIENT_ID: clientId, RINGCENTRAL_CLIENT_SECRET: clientSecret } = config
  const { RINGCENTRAL_JWT: jwt, RINGCENTRAL_NUMBER: number, RINGCENTRAL_WEBHOOK_TOKEN: token } = config
  if (!clientId || !clientSecret || !jwt || !number || !token) return undefined
  const account = { serverUrl: config.RINGCENTRAL_SERVER_URL, clientId, clientSecret, jwt, ...options }
  const ask = connectRingCentral(account)
  return {
    number,
    longestUnits: LONGEST_UNITS,
    mostAMinute: MOST_A_MINUTE,
    send: (message) => send(ask, number, message),
    findSent: (input) => findSent(ask, input),
    readSent: async (id) => {
      const reply = await ask("GET", `${OWN}/message-store/${encodeURIComponent(id)}`)
      return present(parse(Message, reply))
    },
    listen: (address) => listenToTexts(ask, address, token),
    readNotice: (body, given) => readNotice(body, given, token),
  }
}

async function send(
  ask: AskRingCentral,
  number: string,
  message: { to: string; text: string },
): Promise<SendOutcome> {
  const body = {
    from: { phoneNumber: number },
    to: [{ phoneNumber: message.to }],
    text: message.text,
  }
  try {
    const reply = await ask("POST", `${OWN}/sms`, body)
    if (reply.status === 429) return { outcome: "wait", seconds: secondsToWait(reply.headers) }
    const sent = Message.safeParse(reply.body)
    if (reply.status === 200 && sent.success) return { outcome: "taken", sent: present(sent.data) }
    const refusal = Refusal.safeParse(reply.body)
    if (reply.status >= 400 && reply.status < 500 && refusal.success)
      return { outcome: "refused", failure: describeFailure(refusal.data.errorCode) }
    return { outcome: "unknown", reason: `It was answered with ${reply.status}.` }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "sms-down") throw error
    return { outcome: "unknown", reason: "No answer came." }
  }
}

function secondsToWait(headers: Headers): number {
  const seconds = Number(headers.get("retry-after") ?? DEFAULT_WAIT_SECONDS)
  return Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_WAIT_SECONDS
}

async function findSent(
  ask: AskRingCentral,
  { to, since }: { to: string; since: Temporal.Instant },
): Promise<SentText[]> {
  const query = new URLSearchParams({
    messageType: "SMS",
    direction: "Outbound",
    phoneNumber: to,
    dateFrom: since.toString(),
    perPage: "100",
  })
  const { records } = parse(MessageList, await ask("GET", `${OWN}/message-store?${query}`))
  return records.map(present)
}

function present(message: z.infer<typeof Message>): SentText {
  const { id, subject: text, messageStatus, deliveryErrorCode } = message
  const isFailed = messageStatus === "DeliveryFailed" || messageStatus === "SendingFailed"
  if (isFailed)
    return { id, text, state: "failed", failure: describeFailure(deliveryErrorCode ?? messageStatus) }
  return { id, text, state: messageStatus === "Delivered" ? "delivered" : "sent", failure: null }
}

function parse<T>(schema: z.ZodType<T>, reply: { status: number; body: unknown }): T {
  const parsed = reply.status === 200 ? schema.safeParse(reply.body) : null
  if (!parsed?.success) throw smsDown(`It was answered with ${reply.status}.`)
  return parsed.data
}

function readNotice(body: Buffer, given: string, token: string): Notice {
  if (!isSame(given, token))
    throw new AppError("unauthenticated", "webhook-token-invalid", "The message has not our token.")
  const json = parseJson(body)
  const any = AnyNotice.safeParse(json)
  if (!any.success)
    throw new AppError("invalid", "webhook-unreadable", "The message has no uuid; send RingCentral's events.")
  const message = Instant.safeParse(json)
  const isText =
    message.success && message.data.body.direction === "Inbound" && message.data.body.type === "SMS"
  if (!isText) return { id: any.data.uuid, inbound: null }
  const { id, from, to, subject } = message.data.body
  const inbound = { id, from: from.phoneNumber, to: to[0]?.phoneNumber ?? "", text: subject }
  return { id: any.data.uuid, inbound }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"))
  } catch {
    // Told as a message without a uuid.
    return undefined
  }
}

function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}
