import {
  Channel,
  ConversationDetail,
  ConversationStatus,
  ConversationSummary,
  CustomerConversation,
  MessageList,
  ReplyToConversation,
  ResolveConversation,
  StartConversation,
} from "@myhibachi/contract/conversations"
import { z } from "zod"
import { readBooking } from "#modules/booking/index.ts"
import { requireCustomer } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import { verifyLink } from "#platform/http/links.ts"
import { PageQuery, pageOf } from "#platform/http/paging.ts"
import { access, defineRoute, type Route } from "#platform/http/route.ts"
import { openEventStream } from "#platform/http/sse.ts"
import { askForPerson } from "./ask-for-person.ts"
import { describeConversation } from "./describe-conversation.ts"
import { findConversations, readConversation, readMessages } from "./find-conversations.ts"
import { giveBack, replyAsPerson, resolveConversation, takeOver } from "./own-conversation.ts"
import { isVisibleToCustomer, presentMessage, presentSummary, presentToCustomer } from "./present.ts"
import { startConversation } from "./start-conversation.ts"

const ById = z.object({ id: z.string().max(60) })
const ByToken = z.object({ token: z.string().max(200) })
const tags = ["conversations"]

/** @returns the customer behind a signed booking link, or nobody when the link is wrong. */
async function customerOfLink(ctx: Context, token: string | undefined): Promise<string | undefined> {
  const link = token ? verifyLink(ctx.services.config.MYHIBACHI_SECRET, "booking", token) : null
  if (!link) return undefined
  return (await readBooking(ctx, { bookingId: link.id })).customer.id
}

const customerRoutes: Route[] = [
  defineRoute({
    method: "POST",
    path: "/v1/public/conversations",
    access: access.public(),
    summary: "Open the chat",
    tags,
    body: StartConversation,
    response: CustomerConversation,
    status: 201,
    rateLimit: { max: 30, perSeconds: 60 },
    handler: async (ctx, { body }) => {
      const customerId = await customerOfLink(ctx, body.bookingToken)
      const row = await startConversation(ctx, {
        channel: "web_chat",
        locale: body.locale,
        ...(customerId ? { customerId, isVerified: true } : {}),
      })
      return presentToCustomer(ctx, row)
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/conversations/:token",
    access: access.link("conversation"),
    summary: "The chat of this link",
    tags,
    params: ByToken,
    response: CustomerConversation,
    handler: async (ctx, { linkId }) => presentToCustomer(ctx, await readConversation(ctx, linkId)),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/conversations/:token/messages",
    access: access.link("conversation"),
    summary: "Messages after a sequence number",
    tags,
    params: ByToken,
    query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
    response: MessageList,
    handler: async (ctx, { linkId, query }) => {
      const { status } = await readConversation(ctx, linkId)
      const rows = await readMessages(ctx, linkId, query.after)
      return { status, messages: rows.filter(isVisibleToCustomer).map(presentMessage) }
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/conversations/:token/live",
    access: access.link("conversation"),
    summary: "Hints that there is something new to read",
    tags,
    params: ByToken,
    handler: async (ctx, { linkId, request, reply }) =>
      openEventStream(ctx, request, reply, [`conversation:${linkId}`]),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/conversations/:token/person",
    access: access.link("conversation"),
    summary: "Ask for a person",
    tags,
    params: ByToken,
    response: z.object({ status: ConversationStatus }),
    handler: async (ctx, { linkId }) => {
      const request = {
        reason: "asks for a person",
        summary: "The customer pressed the button for a person.",
        urgency: 0.6,
      }
      const { status } = await askForPerson(ctx, { conversationId: linkId, ...request })
      return { status }
    },
  }),
]

const InboxQuery = PageQuery.extend({
  status: ConversationStatus.optional(),
  channel: Channel.optional(),
  search: z.string().trim().max(200).optional(),
  owner: z.enum(["me", "none"]).optional(),
})

const inboxRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/v1/conversations",
    access: access.staff("conversations:read"),
    summary: "The inbox, newest message first",
    tags,
    query: InboxQuery,
    response: pageOf(ConversationSummary),
    handler: async (ctx, { query }) => {
      const page = await findConversations(ctx, withoutUndefined(query))
      const items = []
      for (const { conversation, lastMessage } of page.items) {
        const name = conversation.customerId
          ? (await requireCustomer(ctx, conversation.customerId)).name
          : null
        items.push(presentSummary(conversation, lastMessage, name))
      }
      return { items, nextCursor: page.nextCursor }
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/conversations/live",
    access: access.staff("conversations:read"),
    summary: "Hints that the inbox changed",
    tags,
    handler: async (ctx, { request, reply }) => openEventStream(ctx, request, reply, ["inbox"]),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/conversations/:id",
    access: access.staff("conversations:read"),
    summary: "One conversation with its customer and bookings",
    tags,
    params: ById,
    response: ConversationDetail,
    handler: (ctx, { params }) => describeConversation(ctx, params.id),
  }),
]

/** Drops members that are undefined, which exact optional types refuse. */
function withoutUndefined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  // safe: the members that were undefined are gone
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never
}

const ownershipRoutes: Route[] = [
  defineRoute({
    method: "POST",
    path: "/v1/conversations/:id/take-over",
    access: access.staff("conversations:write"),
    summary: "Answer yourself; the assistant is silent from now on",
    tags,
    params: ById,
    response: ConversationDetail,
    handler: async (ctx, { params }) => {
      await takeOver(ctx, params.id)
      return describeConversation(ctx, params.id)
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/conversations/:id/give-back",
    access: access.staff("conversations:write"),
    summary: "Give the conversation back to the assistant",
    tags,
    params: ById,
    response: ConversationDetail,
    handler: async (ctx, { params }) => {
      await giveBack(ctx, params.id)
      return describeConversation(ctx, params.id)
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/conversations/:id/reply",
    access: access.staff("conversations:write"),
    summary: "Answer as the person who owns the conversation",
    tags,
    params: ById,
    body: ReplyToConversation,
    response: ConversationDetail,
    handler: async (ctx, { params, body }) => {
      await replyAsPerson(ctx, { conversationId: params.id, ...body })
      return describeConversation(ctx, params.id)
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/conversations/:id/resolve",
    access: access.staff("conversations:write"),
    summary: "Mark the matter as settled",
    tags,
    params: ById,
    body: ResolveConversation,
    response: ConversationDetail,
    handler: async (ctx, { params, body }) => {
      await resolveConversation(ctx, params.id, body.note)
      return describeConversation(ctx, params.id)
    },
  }),
]

export const conversationRoutes: Route[] = [...customerRoutes, ...inboxRoutes, ...ownershipRoutes]
