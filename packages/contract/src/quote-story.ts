import { z } from "zod"
import { Money } from "./money.ts"
import { Quote } from "./quote.ts"
import { QuoteChannel } from "./quote-list.ts"
import { QuoteSending } from "./quote-sending.ts"
import { InstantText, TimeZoneId } from "./time.ts"

/** A quote with all that came before and after. */
export const QuoteStory = z.object({
  customer: z
    .object({ id: z.string(), name: z.string(), email: z.string().nullable(), phone: z.string().nullable() })
    .nullable(),
  channel: QuoteChannel,
  createdBy: z.string(),
  /** The customer's own page. */
  url: z.string(),
  /** The newest first. */
  revisions: z.array(Quote),
  sendings: z.array(QuoteSending),
  /** The hold that runs or became a booking. */
  hold: z
    .object({
      id: z.string(),
      /** Where the customer signs and pays. */
      url: z.string(),
      status: z.string(),
      deadlineAt: InstantText.nullable(),
      startsAt: InstantText,
      timeZone: TimeZoneId,
      dueNow: Money,
      isSigned: z.boolean(),
      bookingId: z.string().nullable(),
    })
    .nullable(),
})
export type QuoteStory = z.infer<typeof QuoteStory>
