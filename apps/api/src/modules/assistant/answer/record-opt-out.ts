import { setConsent } from "#modules/customers/index.ts"
import type { ConsentChannel, PendingOptOut } from "../turn/memory.ts"
import type { Turn } from "../turn/turn.ts"

/** Notes that somebody wants no messages, or no offers, and says so once. Of a stranger it is kept until they are known. */
export async function recordOptOut(turn: Turn): Promise<void> {
  const { optOut } = turn.understanding
  if (!optOut) return
  const sentence =
    optOut.scope === "all"
      ? "You are unsubscribed: we will not send you any more messages here."
      : "You will get no more offers from us. Messages that a booked party needs still reach you."
  turn.book.addFromTool("opt_out", "consent", sentence)
  const channel = consentChannel(turn.conversation.channel)
  if (!channel) return
  const refused: PendingOptOut = { channel, scope: optOut.scope, words: turn.said.slice(0, 500) }
  const { customerId } = turn.conversation
  if (customerId) await refuse(turn, customerId, refused)
  else turn.outcome.pendingOptOut = refused
}

/** Applies what a stranger refused as soon as the conversation has a customer. */
export async function applyPendingOptOut(turn: Turn): Promise<void> {
  const { pendingOptOut } = turn.memory
  const { customerId } = turn.conversation
  if (pendingOptOut && customerId) await refuse(turn, customerId, pendingOptOut)
}

/** @returns the opt-out that still waits after this turn: a refusal of all is not narrowed by a later one of offers. */
export function waitingOptOut(turn: Turn): PendingOptOut | null {
  if (turn.conversation.customerId) return null
  const before = turn.memory.pendingOptOut ?? null
  const next = turn.outcome.pendingOptOut
  return before?.scope === "all" ? before : (next ?? before)
}

async function refuse(turn: Turn, customerId: string, refused: PendingOptOut): Promise<void> {
  const scopes = refused.scope === "all" ? (["marketing", "service"] as const) : (["marketing"] as const)
  for (const scope of scopes) {
    await setConsent(turn.ctx, {
      customerId,
      channel: refused.channel,
      scope,
      isGranted: false,
      evidence: refused.words,
      source: "message",
      words: refused.words,
    })
  }
}

function consentChannel(channel: string): ConsentChannel | null {
  return channel === "email" || channel === "sms" || channel === "whatsapp" || channel === "voice"
    ? channel
    : null
}
