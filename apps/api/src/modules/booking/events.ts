import { InstantText } from "@myhibachi/contract/time"
import { z } from "zod"
import { defineEvent } from "#platform/jobs/events.ts"

const Cents = z.int().min(0)

export const holdExpired = defineEvent(
  "hold.expired",
  z.object({ holdId: z.string(), customerId: z.string() }),
)

export const bookingConfirmed = defineEvent(
  "booking.confirmed",
  z.object({ bookingId: z.string(), holdId: z.string(), customerId: z.string() }),
)

export const bookingCancelled = defineEvent(
  "booking.cancelled",
  z.object({
    bookingId: z.string(),
    customerId: z.string(),
    by: z.enum(["customer", "company"]),
    refundCents: Cents,
    keptCents: Cents,
    reason: z.string(),
  }),
)

export const bookingRescheduled = defineEvent(
  "booking.rescheduled",
  z.object({
    bookingId: z.string(),
    customerId: z.string(),
    fromStartsAt: InstantText,
    toStartsAt: InstantText,
    feeCents: Cents,
  }),
)
