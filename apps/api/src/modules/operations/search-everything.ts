import { formatMoney } from "@myhibachi/contract/money"
import type { SearchFinding, SearchFindings } from "@myhibachi/contract/search"
import { findBookings, formatStart } from "#modules/booking/index.ts"
import { findConversations } from "#modules/conversations/index.ts"
import { findCustomers } from "#modules/customers/index.ts"
import { hasPermission } from "#modules/identity/index.ts"
import { findArticles } from "#modules/knowledge/index.ts"
import { findLeads } from "#modules/leads/index.ts"
import { findPayments } from "#modules/payments/index.ts"
import type { Context } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"

/** Of each kind, so that one kind never hides the others. */
const LIMIT = 5

interface Kind {
  permission: string
  find(ctx: Context, search: string): Promise<SearchFinding[]>
}

/**
 * Looks through everything that the member of staff may read; the others are left out as if there were none.
 * @returns at most five findings of each kind.
 */
export async function searchEverything(ctx: Context, text: string): Promise<SearchFindings> {
  const role = ctx.actor.kind === "staff" ? ctx.actor.role : ""
  const items: SearchFinding[] = []
  for (const { permission, find } of KINDS) {
    if (hasPermission(role, permission)) items.push(...(await find(ctx, text)))
  }
  return { items }
}

const KINDS: Kind[] = [
  {
    permission: "customers:read",
    find: async (ctx, search) =>
      (await findCustomers(ctx, { search, limit: LIMIT })).items.map(({ id, name, email, phone }) => ({
        kind: "customer",
        id,
        title: name,
        detail: email ?? phone,
      })),
  },
  {
    permission: "bookings:read",
    find: async (ctx, search) =>
      (await findBookings(ctx, { search, limit: LIMIT })).items.map((booking) => ({
        kind: "booking",
        id: booking.id,
        title: `${booking.reference} · ${booking.customerName}`,
        detail: formatStart(Temporal.Instant.from(booking.startsAt), booking.timeZone),
      })),
  },
  {
    permission: "payments:read",
    find: async (ctx, search) =>
      (await findPayments(ctx, { search, limit: LIMIT })).items.map((payment) => ({
        kind: "payment",
        id: payment.id,
        title: `${formatMoney(payment.amount)} · ${payment.customerName ?? "a customer"}`,
        detail: payment.description,
      })),
  },
  {
    permission: "customers:read",
    find: async (ctx, search) =>
      (await findLeads(ctx, { search, limit: LIMIT })).items.map(({ id, name, wish }) => ({
        kind: "lead",
        id,
        title: name ?? "Visitor of the chat",
        detail: wish,
      })),
  },
  {
    permission: "conversations:read",
    find: async (ctx, search) =>
      (await findConversations(ctx, { search, limit: LIMIT })).items.map(({ conversation }) => ({
        kind: "conversation",
        id: conversation.id,
        title: conversation.subject,
        detail: null,
      })),
  },
  {
    permission: "conversations:read",
    find: async (ctx, search) =>
      (await findArticles(ctx, { search, limit: LIMIT })).items.map(({ id, title, category }) => ({
        kind: "article",
        id,
        title,
        detail: category,
      })),
  },
]
