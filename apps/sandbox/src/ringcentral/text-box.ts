import type { Context } from "../core/context.ts"
import { type JsonObject, toNumber, toText } from "../core/json.ts"

/** One text message between our number and somebody's phone. */
export type Text = {
  id: number
  conversationId: number
  direction: "Inbound" | "Outbound"
  /** The number of the account. */
  ours: string
  /** The person's number. */
  theirs: string
  text: string
  /** ISO 8601. */
  at: string
}

export type TextStatus = { messageStatus: string; deliveryErrorCode?: string; deliveredAt?: string }

type Which = { theirs?: string; text?: string }

export type TextBox = {
  add(text: Omit<Text, "id" | "conversationId" | "at">): Text
  find(id: number): Text | undefined
  /** The newest first; `theirs` is a part of the number, `text` of what was written. */
  list(which?: Which): Text[]
  /** Where a message stands by the sandbox's clock. */
  statusOf(text: Text): TextStatus
  /** Whether the person has said STOP last, or their number ends on 0413. */
  hasOptedOut(theirs: string): boolean
  /** Resolves with the newest match, at once or when one arrives; undefined when time is over. */
  wait(which: Which, timeoutMs: number): Promise<Text | undefined>
  clear(): void
}

const deliveryMs = 1000
const stopWords = /^(stop|unsubscribe|quit|cancel|end)$/i
const startWords = /^(start|subscribe|resume|continue|unstop)$/i

/** Endings of numbers whose messages do not arrive, as Stripe has cards that do not pay. */
export const failingEndings: Record<string, string> = {
  "0410": "SMS-UP-410",
  "0413": "SMS-RC-413",
  "0430": "SMS-CAR-430",
  "0450": "SMS-CAR-450",
  "0500": "SMS-UP-500",
}

/** All text messages, sent and received. */
export function createTextBox(ctx: Context): TextBox {
  const texts = ctx.records.collection("ringcentral.texts")
  const listeners = new Set<() => void>()
  const all = () => texts.all().map(readText)
  const list = ({ theirs = "", text = "" }: Which = {}) =>
    all()
      .filter((entry) => entry.theirs.includes(theirs))
      .filter((entry) => entry.text.toLowerCase().includes(text.toLowerCase()))
      .reverse()
  const hasOptedOut = (theirs: string) => theirs.endsWith("0413") || saidStopLast(list({ theirs }))
  return {
    list,
    hasOptedOut,
    add: (content) => {
      const id = 3_000_000_000_000 + texts.ids().length + 1
      const [earlier] = list({ theirs: content.theirs })
      const conversationId = earlier?.conversationId ?? id
      const text: Text = { id, conversationId, at: ctx.clock.now().toISOString(), ...content }
      texts.put(String(id), text)
      for (const listener of listeners) listener()
      return text
    },
    find: (id) => {
      const found = texts.get(String(id))
      return found && readText(found)
    },
    statusOf: (text) => statusAt(text, ctx.clock.now().getTime()),
    wait: (which, timeoutMs) => waitFor(() => list(which)[0], listeners, timeoutMs),
    clear: () => {
      for (const id of texts.ids()) texts.remove(id)
    },
  }
}

function saidStopLast(newestFirst: Text[]): boolean {
  const said = newestFirst
    .filter((text) => text.direction === "Inbound")
    .map((text) => text.text.trim())
    .find((words) => stopWords.test(words) || startWords.test(words))
  return said !== undefined && stopWords.test(said)
}

function statusAt(text: Text, nowMs: number): TextStatus {
  if (text.direction === "Inbound") return { messageStatus: "Received" }
  const code = failingEndings[text.theirs.slice(-4)]
  if (code !== undefined) return { messageStatus: "SendingFailed", deliveryErrorCode: code }
  const deliveredMs = new Date(text.at).getTime() + deliveryMs
  if (nowMs < deliveredMs) return { messageStatus: "Queued" }
  // No carrier tells about numbers that end on 0104.
  if (text.theirs.endsWith("0104")) return { messageStatus: "Sent", deliveryErrorCode: "SMS-CAR-104" }
  return { messageStatus: "Delivered", deliveredAt: new Date(deliveredMs).toISOString() }
}

function waitFor(
  look: () => Text | undefined,
  listeners: Set<() => void>,
  timeoutMs: number,
): Promise<Text | undefined> {
  return new Promise((resolve) => {
    const end = (text: Text | undefined) => {
      clearTimeout(timer)
      listeners.delete(tryAgain)
      resolve(text)
    }
    const tryAgain = () => {
      const text = look()
      if (text) end(text)
    }
    const timer = setTimeout(() => end(undefined), timeoutMs)
    timer.unref()
    listeners.add(tryAgain)
    tryAgain()
  })
}

function readText(stored: JsonObject): Text {
  return {
    id: toNumber(stored.id) ?? 0,
    conversationId: toNumber(stored.conversationId) ?? 0,
    direction: stored.direction === "Inbound" ? "Inbound" : "Outbound",
    ours: toText(stored.ours),
    theirs: toText(stored.theirs),
    text: toText(stored.text),
    at: toText(stored.at),
  }
}
