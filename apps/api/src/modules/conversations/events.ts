import { z } from "zod"
import { defineEvent } from "#platform/jobs/events.ts"

/** A message became part of a conversation; channels send those of staff and assistant. */
export const messageAppended = defineEvent(
  "conversation.message-appended",
  z.object({ conversationId: z.string(), messageId: z.string(), author: z.string(), status: z.string() }),
)

/** A person must look at a conversation. */
export const personNeeded = defineEvent(
  "conversation.person-needed",
  z.object({ conversationId: z.string(), reason: z.string(), urgency: z.number() }),
)
