import { z } from "zod"
import { Citation } from "./knowledge.ts"
import { Money } from "./money.ts"
import { InstantText, TimeZoneId } from "./time.ts"

export const Channel = z.enum([
  "web_chat",
  "sms",
  "whatsapp",
  "messenger",
  "instagram",
  "social",
  "email",
  "voice",
])
export type Channel = z.infer<typeof Channel>

/** Who answers: the assistant; nobody yet, though a person must; a person; nobody, because it is settled. */
export const ConversationStatus = z.enum(["assistant", "needs_person", "person", "resolved"])
export type ConversationStatus = z.infer<typeof ConversationStatus>

export const MessageAuthor = z.enum(["customer", "assistant", "staff", "system"])
export type MessageAuthor = z.infer<typeof MessageAuthor>

/** `draft` was not sent: a person took over before it could leave. */
export const MessageStatus = z.enum(["received", "sent", "draft", "failed"])
export type MessageStatus = z.infer<typeof MessageStatus>

const QuoteCard = z.object({
  kind: z.literal("quote"),
  /** Opens the quote: `/quote/<token>` on the customer site. */
  quoteToken: z.string(),
  total: Money,
  lines: z.array(z.object({ label: z.string(), amount: Money })),
})

const StartsCard = z.object({
  kind: z.literal("starts"),
  timeZone: TimeZoneId,
  quoteToken: z.string().nullable(),
  starts: z.array(z.object({ startsAt: InstantText, label: z.string() })),
})

const BookingCard = z.object({ kind: z.literal("booking"), bookingToken: z.string(), reference: z.string() })
const HoldCard = z.object({ kind: z.literal("hold"), holdToken: z.string(), expiresAt: InstantText })

/** Something the customer can act on below the words. */
export const MessageCard = z.discriminatedUnion("kind", [QuoteCard, StartsCard, BookingCard, HoldCard])
export type MessageCard = z.infer<typeof MessageCard>

export const Message = z.object({
  id: z.string(),
  sequence: z.int(),
  author: MessageAuthor,
  authorName: z.string(),
  text: z.string(),
  sentAt: InstantText,
  status: MessageStatus,
  sources: z.array(Citation),
  cards: z.array(MessageCard),
})
export type Message = z.infer<typeof Message>

/** A message as staff see it. */
export const StaffMessage = Message.extend({
  traceId: z.string().nullable(),
  agent: z.string().nullable(),
})
export type StaffMessage = z.infer<typeof StaffMessage>

export const StartConversation = z.object({
  locale: z.string().max(20).default("en-US"),
  /** A signed booking or quote link that the person came with; it says who they are. */
  bookingToken: z.string().max(200).optional(),
})
export type StartConversation = z.infer<typeof StartConversation>

/** A conversation as its customer sees it; `token` opens it again. */
export const CustomerConversation = z.object({
  id: z.string(),
  token: z.string(),
  channel: Channel,
  status: ConversationStatus,
  isIdentified: z.boolean(),
  startedAt: InstantText,
  /** What the chat says before anything was asked. */
  greeting: z.string(),
})
export type CustomerConversation = z.infer<typeof CustomerConversation>

export const MESSAGE_MAX_CHARACTERS = 4000

export const SendMessage = z.object({
  /** Made by the client; the same id twice is one message. */
  clientMessageId: z.string().min(8).max(80),
  text: z.string(),
})
export type SendMessage = z.infer<typeof SendMessage>

/** `answer` is null while it is still in work or when a person will answer; it then comes by live update. */
export const SentMessage = z.object({
  message: Message,
  answer: Message.nullable(),
  status: ConversationStatus,
})
export type SentMessage = z.infer<typeof SentMessage>

export const MessageList = z.object({ status: ConversationStatus, messages: z.array(Message) })
export type MessageList = z.infer<typeof MessageList>

export const ConversationSummary = z.object({
  id: z.string(),
  version: z.int(),
  channel: Channel,
  status: ConversationStatus,
  subject: z.string(),
  customer: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The staff member who owns it. */
  owner: z.object({ userId: z.string(), name: z.string() }).nullable(),
  /** Why a person is needed, or null. */
  needsPersonReason: z.string().nullable(),
  urgency: z.number(),
  lastMessage: z.object({ author: MessageAuthor, text: z.string(), sentAt: InstantText }).nullable(),
  lastMessageAt: InstantText,
  startedAt: InstantText,
})
export type ConversationSummary = z.infer<typeof ConversationSummary>

export const ConversationDetail = ConversationSummary.extend({
  /** For the person who takes over: what was asked, answered and is open. */
  summary: z.string(),
  messages: z.array(StaffMessage),
  contact: z
    .object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() })
    .nullable(),
  bookings: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      state: z.string(),
      startsAt: InstantText,
      timeZone: TimeZoneId,
    }),
  ),
})
export type ConversationDetail = z.infer<typeof ConversationDetail>

export const ReplyToConversation = z.object({
  clientMessageId: z.string().min(8).max(80),
  text: z.string().trim().min(1).max(MESSAGE_MAX_CHARACTERS),
})
export type ReplyToConversation = z.infer<typeof ReplyToConversation>

export const ResolveConversation = z.object({ note: z.string().max(1000).default("") })
export type ResolveConversation = z.infer<typeof ResolveConversation>
