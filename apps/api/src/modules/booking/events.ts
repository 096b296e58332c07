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

const Moved = z.object({ bookingId: z.string(), customerId: z.string() })

/** The head count and the choices have closed. */
export const bookingLocked = defineEvent("booking.locked", Moved)

/** The chefs have arrived. */
export const bookingStarted = defineEvent("booking.started", Moved)

/** The party is over. */
export const bookingCompleted = defineEvent("booking.completed", Moved)

/** The party is over and paid. */
export const bookingSettled = defineEvent("booking.settled", Moved)
