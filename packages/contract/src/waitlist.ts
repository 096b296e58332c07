import { z } from "zod"
import { Contact } from "./customers.ts"
import { Guests } from "./quote.ts"
import { DateText, InstantText, TimeText, TimeZoneId } from "./time.ts"

/** `waiting` → `offered` (a start is held) → `booked`; who lets it pass is `expired`, who goes is `left`. */
export const WaitlistStatus = z.enum(["waiting", "offered", "booked", "expired", "left"])
export type WaitlistStatus = z.infer<typeof WaitlistStatus>

export const JoinWaitlist = z.object({
  quoteToken: z.string().max(200),
  contact: Contact,
  /** Local date at the party. */
  date: DateText,
  /** Regular starts that suit; empty for any. */
  slots: z.array(TimeText).max(12).default([]),
})
export type JoinWaitlist = z.input<typeof JoinWaitlist>

export const WaitlistPlace = z.object({
  token: z.string(),
  status: WaitlistStatus,
  date: DateText,
  slots: z.array(TimeText),
  timeZone: TimeZoneId,
  /** How many people with the same station and day are told before. */
  ahead: z.int(),
  joinedAt: InstantText,
  /** The start that is held, to sign for. */
  holdToken: z.string().nullable(),
  offeredUntil: InstantText.nullable(),
})
export type WaitlistPlace = z.infer<typeof WaitlistPlace>

export const WaitlistEntry = z.object({
  id: z.string(),
  status: WaitlistStatus,
  customerId: z.string(),
  customerName: z.string(),
  stationId: z.string(),
  stationName: z.string(),
  city: z.string().nullable(),
  guests: Guests,
  date: DateText,
  slots: z.array(TimeText),
  timeZone: TimeZoneId,
  quoteId: z.string(),
  joinedAt: InstantText,
  holdId: z.string().nullable(),
  offeredAt: InstantText.nullable(),
  offeredUntil: InstantText.nullable(),
})
export type WaitlistEntry = z.infer<typeof WaitlistEntry>

export const WaitlistQuery = z.object({
  status: WaitlistStatus.optional(),
  stationId: z.string().max(64).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export type WaitlistQuery = z.infer<typeof WaitlistQuery>
export const WaitlistPage = z.object({ items: z.array(WaitlistEntry), nextCursor: z.string().nullable() })
export type WaitlistPage = z.infer<typeof WaitlistPage>
