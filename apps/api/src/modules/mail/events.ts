import { z } from "zod"
import { defineEvent } from "#platform/jobs/events.ts"

/** A mail went out; only its key, so that the queue holds no address. */
export const mailSent = defineEvent("mail.sent", z.object({ key: z.string() }))
