import type { ConversationDetail } from "@myhibachi/contract/conversations"
import { findBookingsOfCustomer } from "#modules/booking/index.ts"
import { readCustomer } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import { readConversation, readMessages } from "./find-conversations.ts"
import { presentStaffMessage, presentSummary } from "./present.ts"

/** @returns all that a person needs to answer. @throws AppError "conversation-not-found". */
export async function describeConversation(ctx: Context, id: string): Promise<ConversationDetail> {
  const row = await readConversation(ctx, id)
  const messages = await readMessages(ctx, id)
  const customer = row.customerId ? await readCustomer(ctx, { customerId: row.customerId }) : null
  const bookings = customer ? await findBookingsOfCustomer(ctx, { customerId: customer.id }) : []
  return {
    ...presentSummary(row, messages.at(-1) ?? null, customer?.name ?? null),
    summary: row.handoverSummary,
    messages: messages.map(presentStaffMessage),
    contact: customer ? { name: customer.name, email: customer.email, phone: customer.phone } : null,
    bookings: bookings.map((booking) => ({
      id: booking.id,
      reference: booking.reference,
      state: booking.status,
      startsAt: booking.startsAt,
      timeZone: booking.timeZone,
    })),
  }
}
