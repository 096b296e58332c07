import { z } from "zod"
import { InstantText } from "./time.ts"

export const SendQuote = z.object({
  /** The customer's address when absent. */
  email: z.email("Write the e-mail address like name@example.com.").max(254).optional(),
  /** A few words of one's own above the price. */
  note: z.string().trim().max(1000, "Use at most 1,000 characters.").default(""),
})
export type SendQuote = z.input<typeof SendQuote>

export const QuoteSending = z.object({
  id: z.string(),
  revision: z.int(),
  recipient: z.string(),
  at: InstantText,
  by: z.string(),
})
export type QuoteSending = z.infer<typeof QuoteSending>
