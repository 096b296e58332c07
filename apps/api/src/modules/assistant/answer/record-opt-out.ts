import { setConsent } from "#modules/customers/index.ts"
import type { Turn } from "../turn/turn.ts"

/** Notes that somebody wants no messages, or no offers, and says so once. */
export async function recordOptOut(turn: Turn): Promise<void> {
  const { optOut } = turn.understanding
  if (!optOut) return
  const sentence =
    optOut.scope === "all"
      ? "You are unsubscribed: we will not send you any more messages here."
      : "You will get no more offers from us. Messages that a booked party needs still reach you."
  turn.book.addFromTool("opt_out", "consent", sentence)
  const channel = consentChannel(turn.conversation.channel)
  const { customerId } = turn.conversation
  if (!customerId || !channel) {
    turn.ctx.log.info(
      { conversationId: turn.conversation.id, scope: optOut.scope },
      "opt-out without a known person",
    )
    return
  }
  const scopes = optOut.scope === "all" ? (["marketing", "service"] as const) : (["marketing"] as const)
  for (const scope of scopes) {
    await setConsent(turn.ctx, {
      customerId,
      channel,
      scope,
      isGranted: false,
      evidence: turn.said.slice(0, 500),
    })
  }
}

function consentChannel(channel: string): "email" | "sms" | "whatsapp" | "voice" | null {
  return channel === "email" || channel === "sms" || channel === "whatsapp" || channel === "voice"
    ? channel
    : null
}
