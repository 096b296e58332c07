import { z } from "zod"
import { InstantText } from "./time.ts"

/** `dead`: all tries are used up, so only a person has it tried again. */
export const WebhookState = z.enum(["received", "processed", "ignored", "failed", "dead"])
export type WebhookState = z.infer<typeof WebhookState>

/** One event that the provider told us, as staff see it. */
export const WebhookEvent = z.object({
  id: z.string(),
  provider: z.string(),
  type: z.string(),
  state: WebhookState,
  attempts: z.int(),
  /** What came of it, or why it failed or is none of ours. */
  outcome: z.string().nullable(),
  /** The provider has never told us this kind of thing before. */
  isUnknown: z.boolean(),
  receivedAt: InstantText,
  processedAt: InstantText.nullable(),
})
export type WebhookEvent = z.infer<typeof WebhookEvent>

export const WebhookEventPage = z.object({ items: z.array(WebhookEvent), nextCursor: z.string().nullable() })
export type WebhookEventPage = z.infer<typeof WebhookEventPage>

/** Which messages; all when nothing is said. */
export const WebhookFilter = z.object({
  state: WebhookState.optional(),
  type: z.string().trim().min(1).max(100).optional(),
  /** Came at or after. */
  from: InstantText.optional(),
  /** Came before. */
  to: InstantText.optional(),
  isUnknown: z.boolean().optional(),
})
export type WebhookFilter = z.infer<typeof WebhookFilter>

/** Many messages that are seen to again, one after the other. */
export const WebhookReplay = z.object({
  id: z.string(),
  filter: WebhookFilter,
  total: z.int(),
  done: z.int(),
  /** Of those done: that failed again. */
  failed: z.int(),
  startedBy: z.string(),
  startedAt: InstantText,
  finishedAt: InstantText.nullable(),
})
export type WebhookReplay = z.infer<typeof WebhookReplay>
