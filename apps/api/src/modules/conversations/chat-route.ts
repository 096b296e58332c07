import { type ConversationStatus, SendMessage, SentMessage } from "@myhibachi/contract/conversations"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { access, defineRoute, type Route } from "#platform/http/route.ts"
import { presentMessage } from "./present.ts"
import type { MessageRow } from "./tables.ts"

interface Taken {
  message: MessageRow
  /** What is answered at once, if anything is. */
  answer: MessageRow | null
  status: ConversationStatus
}

/** The customer's way to say something in the chat; who answers differs, the door does not. */
export function chatRoute(
  summary: string,
  take: (ctx: Context, input: SendMessage & { conversationId: string }) => Promise<Taken>,
): Route {
  return defineRoute({
    method: "POST",
    path: "/v1/public/conversations/:token/messages",
    access: access.link("conversation"),
    summary,
    tags: ["conversations"],
    params: z.object({ token: z.string().max(200) }),
    body: SendMessage,
    response: SentMessage,
    rateLimit: { max: 40, perSeconds: 60 },
    bodyLimitBytes: 1024 * 1024,
    handler: async (ctx, { linkId, body }) => {
      const { message, answer, status } = await take(ctx, { conversationId: linkId, ...body })
      return {
        message: presentMessage(message),
        answer: answer ? presentMessage(answer) : null,
        status,
      }
    },
  })
}
