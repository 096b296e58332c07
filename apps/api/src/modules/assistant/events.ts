import { z } from "zod"
import { defineEvent } from "#platform/jobs/events.ts"

/** Somebody asked what a party costs and was answered. */
export const priceAsked = defineEvent("assistant.price-asked", z.object({ conversationId: z.string() }))
