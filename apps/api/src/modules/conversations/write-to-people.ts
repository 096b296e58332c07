import { type ConversationStatus, SendMessage, SentMessage } from "@myhibachi/contract/conversations"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { defineModule } from "#platform/module.ts"
import { askForPerson } from "./ask-for-person.ts"
import { presentMessage } from "./present.ts"
import { receiveMessage } from "./receive-message.ts"

const writeToPeople = defineRoute({
  method: "POST",
  path: "/v1/public/conversations/:token/messages",
  access: access.link("conversation"),
  summary: "Say something in the chat; a person answers",
  tags: ["conversations"],
  params: z.object({ token: z.string().max(200) }),
  body: SendMessage,
  response: SentMessage,
  rateLimit: { max: 40, perSeconds: 60 },
  bodyLimitBytes: 1024 * 1024,
  handler: async (ctx, { linkId, body }) => {
    const received = await receiveMessage(ctx, { conversationId: linkId, ...body }, async (ctx, message) => {
      await askForPerson(ctx, {
        conversationId: linkId,
        reason: "the assistant is off",
        summary: message.text,
        urgency: 0.5,
      })
    })
    const status: ConversationStatus = received.conversation.status === "person" ? "person" : "needs_person"
    return { message: presentMessage(received.message), answer: null, status }
  },
})

/** The chat while the assistant is off: every message waits for a person in the inbox. */
export const peopleChatModule = defineModule({
  name: "people-chat",
  unless: "FEATURE_AI_CORE",
  routes: [writeToPeople],
})
