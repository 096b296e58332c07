import { z } from "zod"
import { defineEvent } from "#platform/jobs/events.ts"

/** Somebody texted us words that are no keyword; only the id, so that the queue holds no text. */
export const textReceived = defineEvent("text.received", z.object({ receiptId: z.string() }))
