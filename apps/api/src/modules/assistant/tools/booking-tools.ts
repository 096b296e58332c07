import type { BookingPage, BookingSummary } from "@myhibachi/contract/booking"
import { HoldRequest } from "@myhibachi/contract/hold"
import type { Quote } from "@myhibachi/contract/quote"
import { Guests, QuoteItem } from "@myhibachi/contract/quote"
import { DateText, InstantText } from "@myhibachi/contract/time"
import { z } from "zod"
import {
  cancelBooking,
  changeGuests,
  findBookingsOfCustomer,
  findRescheduleOptions,
  placeHold,
  previewCancellation,
  readBooking,
  readBookingForCustomer,
  readHold,
  readQuote,
  rescheduleBooking,
} from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { defineTool, type ToolScope } from "./define-tool.ts"

const OfBooking = z.object({ bookingId: z.string() })

/** Refuses a booking that is not the customer's, in the words for one that does not exist. */
async function requireOwn(ctx: Context, bookingId: string, scope: ToolScope): Promise<void> {
  const booking = await readBooking(ctx, { bookingId })
  if (booking.customer.id === scope.customerId) return
  throw new AppError("not-found", "booking-not-found", "I see no such booking of yours.")
}

export const myBookingsTool = defineTool({
  name: "my_bookings",
  description: "The bookings of the customer in this conversation.",
  access: "read",
  needs: "identity",
  input: z.object({}),
  run: async (ctx, _input, scope): Promise<BookingSummary[]> =>
    findBookingsOfCustomer(ctx, { customerId: scope.customerId ?? "" }),
})

export const myBookingTool = defineTool({
  name: "my_booking",
  description:
    "One booking of the customer: start, guests, prices, what is paid and owed, what can still change.",
  access: "read",
  needs: "identity",
  input: OfBooking,
  run: async (ctx, { bookingId }, scope): Promise<BookingPage> => {
    await requireOwn(ctx, bookingId, scope)
    return readBookingForCustomer(ctx, { bookingId })
  },
})

export const cancelPreviewTool = defineTool({
  name: "cancel_preview",
  description: "What would be refunded and kept if the customer cancelled now. Changes nothing.",
  access: "read",
  needs: "identity",
  input: OfBooking,
  run: async (ctx, { bookingId }, scope) => {
    await requireOwn(ctx, bookingId, scope)
    return previewCancellation(ctx, { bookingId, by: "customer" })
  },
})

export const rescheduleOptionsTool = defineTool({
  name: "reschedule_options",
  description: "Whether the booking can be moved, what it costs now, and to which starts. Changes nothing.",
  access: "read",
  needs: "identity",
  input: OfBooking.extend({ from: DateText.optional(), to: DateText.optional() }),
  run: async (ctx, input, scope) => {
    await requireOwn(ctx, input.bookingId, scope)
    return findRescheduleOptions(ctx, input)
  },
})

export const holdStatusTool = defineTool({
  name: "hold_status",
  description: "How long a hold stays: to sign, to pay, and whether it is over.",
  access: "read",
  needs: "nothing",
  input: z.object({ holdId: z.string() }),
  run: (ctx, { holdId }) => readHold(ctx, { holdId }),
})

export const quoteStatusTool = defineTool({
  name: "quote_status",
  description: "A quote that was given in this conversation, and until when it holds.",
  access: "read",
  needs: "nothing",
  input: z.object({ quoteId: z.string() }),
  run: (ctx, { quoteId }): Promise<Quote> => readQuote(ctx, { quoteId }),
})

export const holdStartTool = defineTool({
  name: "hold_start",
  description: "Hold a start for the customer while they sign and pay. Only after they said yes.",
  access: "write",
  needs: "nothing",
  input: HoldRequest,
  run: (ctx, input) => placeHold(ctx, input),
})

export const cancelBookingTool = defineTool({
  name: "cancel_booking",
  description: "Cancel the customer's booking at the refund that was shown. Only after they said yes.",
  access: "write",
  needs: "identity",
  input: OfBooking.extend({ expectedRefundCents: z.int().min(0) }),
  run: async (ctx, { bookingId, expectedRefundCents }, scope) => {
    await requireOwn(ctx, bookingId, scope)
    return cancelBooking(ctx, {
      bookingId,
      by: "customer",
      reason: "asked for in the chat",
      expectedRefundCents,
    })
  },
})

export const rescheduleBookingTool = defineTool({
  name: "reschedule_booking",
  description:
    "Move the customer's booking to another start at the fee that was shown. Only after they said yes.",
  access: "write",
  needs: "identity",
  input: OfBooking.extend({ startsAt: InstantText, expectedFeeCents: z.int().min(0) }),
  run: async (ctx, input, scope) => {
    await requireOwn(ctx, input.bookingId, scope)
    return rescheduleBooking(ctx, { ...input, because: "customer" })
  },
})

export const changeGuestsTool = defineTool({
  name: "change_guests",
  description: "Change the guests of the customer's booking. Only after they said yes to the new price.",
  access: "write",
  needs: "identity",
  input: OfBooking.extend({ guests: Guests, items: z.array(QuoteItem) }),
  run: async (ctx, input, scope) => {
    await requireOwn(ctx, input.bookingId, scope)
    return changeGuests(ctx, input)
  },
})
