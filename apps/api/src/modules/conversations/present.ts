import type {
  ConversationSummary,
  CustomerConversation,
  Message,
  StaffMessage,
} from "@myhibachi/contract/conversations"
import type { Context } from "#platform/context.ts"
import { signLink } from "#platform/http/links.ts"
import type { ConversationRow, MessageRow } from "./tables.ts"

const GREETING =
  "Hi! I'm the MyHibachi assistant, an AI. Ask me about prices, dates, the menu, allergies or your party. A person is one tap away."

const GREETING_BY_PEOPLE =
  "Hi! Ask us about prices, dates, the menu, allergies or your party. A person of MyHibachi reads this and answers here."

/** @returns the conversation for the person whose it is, with the token that opens it. */
export function presentToCustomer(ctx: Context, row: ConversationRow): CustomerConversation {
  const hasAssistant = ctx.services.isEnabled("FEATURE_AI_CORE")
  return {
    id: row.id,
    token: signLink(ctx.services.config.MYHIBACHI_SECRET, "conversation", row.id),
    channel: row.channel,
    status: row.status === "assistant" && !hasAssistant ? "needs_person" : row.status,
    isIdentified: row.verifiedAt !== null,
    startedAt: row.startedAt.toString(),
    greeting: hasAssistant ? GREETING : GREETING_BY_PEOPLE,
  }
}

/** @returns the message without anything that is for staff only. */
export function presentMessage(row: MessageRow): Message {
  return {
    id: row.id,
    sequence: row.sequence,
    author: row.author,
    authorName: row.authorName,
    text: row.text,
    sentAt: row.sentAt.toString(),
    status: row.status,
    sources: row.sources,
    cards: row.cards,
  }
}

/** @returns the message for staff. */
export function presentStaffMessage(row: MessageRow): StaffMessage {
  return { ...presentMessage(row), traceId: row.traceId, agent: row.agent }
}

/** @returns whether the customer may see the row: drafts were never sent. */
export function isVisibleToCustomer(row: MessageRow): boolean {
  return row.status === "received" || row.status === "sent"
}

/** @returns one line of the inbox. */
export function presentSummary(
  row: ConversationRow,
  lastMessage: MessageRow | null,
  customerName: string | null,
): ConversationSummary {
  return {
    id: row.id,
    version: row.version,
    channel: row.channel,
    status: row.status,
    subject: row.subject,
    customer: row.customerId ? { id: row.customerId, name: customerName ?? "Customer" } : null,
    owner: row.ownerUserId ? { userId: row.ownerUserId, name: row.ownerName ?? "" } : null,
    needsPersonReason: row.needsPersonReason,
    urgency: row.urgency,
    lastMessage: lastMessage
      ? { author: lastMessage.author, text: lastMessage.text, sentAt: lastMessage.sentAt.toString() }
      : null,
    lastMessageAt: row.lastMessageAt.toString(),
    startedAt: row.startedAt.toString(),
  }
}
