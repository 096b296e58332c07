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

/** A balance is still open so many hours before the start. */
export const balanceReminderDue = defineEvent(
  "booking.balance-reminder-due",
  Moved.extend({ hoursBefore: z.number() }),
)

/** It is the day after the party. */
export const hostThanked = defineEvent("booking.host-thanked", Moved.extend({ asksForReview: z.boolean() }))

/** A party waits for the weather until it is moved, covered or cancelled. */
export const weatherHoldStarted = defineEvent(
  "booking.weather-hold-started",
  Moved.extend({ decideBy: InstantText }),
)

/** The wait for the weather is over; a move and a cancellation are told by their own events. */
export const weatherHoldEnded = defineEvent(
  "booking.weather-hold-ended",
  Moved.extend({ outcome: z.enum(["moved", "covered", "cancelled"]) }),
)

/** A customer asked after the cut-off; a manager decides. */
export const cancellationRequested = defineEvent("booking.cancellation-requested", Moved)

/** The party stays: by a manager's word, or because the customer wants it after all. */
export const cancellationRefused = defineEvent(
  "booking.cancellation-refused",
  Moved.extend({ by: z.enum(["customer", "company"]), note: z.string() }),
)

/** Staff offer a priced change to the customer. */
export const changeOffered = defineEvent(
  "booking.change-offered",
  Moved.extend({ changeOrderId: z.string() }),
)

/** A priced change has become the booking. */
export const changeAccepted = defineEvent(
  "booking.change-accepted",
  Moved.extend({ changeOrderId: z.string() }),
)

/** Nobody was at the party; the money goes by the policy, as told here. */
export const bookingNoShow = defineEvent(
  "booking.no-show",
  Moved.extend({ refundCents: Cents, keptCents: Cents, reason: z.string() }),
)

/** A freed start is held for a person who waited. */
export const waitlistOffered = defineEvent(
  "waitlist.offered",
  z.object({ waitlistId: z.string(), holdId: z.string() }),
)
