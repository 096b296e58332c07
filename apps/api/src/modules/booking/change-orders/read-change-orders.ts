import type { ChangeOrder, ChangeOrderList } from "@myhibachi/contract/booking-life"
import { usd } from "@myhibachi/contract/money"
import { and, desc, eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import { Temporal } from "#platform/time.ts"
import { comparePrices } from "../rules/compare-prices.ts"
import type { PricedParty } from "../rules/price-party.ts"
import { bookings } from "../tables.ts"
import { changeOrders } from "./tables.ts"

export type ChangeOrderRow = typeof changeOrders.$inferSelect
type Party = Pick<
  typeof bookings.$inferSelect,
  "id" | "reference" | "quoteRevision" | "startsAt" | "timeZone"
>

/** @returns the priced party of a change order. */
export function pricedOf(order: ChangeOrderRow): PricedParty {
  return JSON.parse(order.result) as PricedParty // safe: sealQuote wrote it, and the row never changes
}

/** @returns what has become of an offer by now, also by the clock and by other changes of the party. */
export function statusOf(
  order: ChangeOrderRow,
  party: Pick<Party, "quoteRevision" | "startsAt">,
  now: Temporal.Instant,
): ChangeOrder["status"] {
  if (order.status !== "offered") return order.status
  if (order.baseRevision !== party.quoteRevision || !order.startsAt.equals(party.startsAt)) return "outdated"
  return Temporal.Instant.compare(order.expiresAt, now) <= 0 ? "expired" : "offered"
}

/** @throws AppError "change-order-not-found". */
export async function requireChangeOrder(
  ctx: Context,
  id: string,
): Promise<{ order: ChangeOrderRow; party: Party }> {
  const [found] = await ctx.db
    .select({ order: changeOrders, party: bookings })
    .from(changeOrders)
    .innerJoin(bookings, eq(bookings.id, changeOrders.bookingId))
    .where(eq(changeOrders.id, id))
  if (!found) throw notFound("change order", id)
  return found
}

/** @returns one change order. @throws AppError "change-order-not-found". */
export async function readChangeOrder(ctx: Context, input: { changeOrderId: string }): Promise<ChangeOrder> {
  const { order, party } = await requireChangeOrder(ctx, input.changeOrderId)
  return present(ctx, order, party)
}

/** @returns a booking's change orders, the newest first. */
export async function findChangeOrders(ctx: Context, party: Party): Promise<ChangeOrderList> {
  const rows = await ctx.db
    .select()
    .from(changeOrders)
    .where(eq(changeOrders.bookingId, party.id))
    .orderBy(desc(changeOrders.createdAt))
    .limit(100)
  return { items: rows.map((order) => present(ctx, order, party)) }
}

/** @returns the offer that waits for an answer, or null. */
export async function readOpenChange(ctx: Context, party: Party): Promise<ChangeOrder | null> {
  const [order] = await ctx.db
    .select()
    .from(changeOrders)
    .where(and(eq(changeOrders.bookingId, party.id), eq(changeOrders.status, "offered")))
    .orderBy(desc(changeOrders.createdAt))
    .limit(1)
  return order && statusOf(order, party, ctx.now()) === "offered" ? present(ctx, order, party) : null
}

function present(ctx: Context, order: ChangeOrderRow, party: Party): ChangeOrder {
  const priced = pricedOf(order)
  const { inputs } = order
  if (!inputs.place) throw new Error(`The change order ${order.id} has no place.`)
  return {
    id: order.id,
    token: signLink(ctx.services.config.MYHIBACHI_SECRET, "change-order", order.id),
    bookingId: party.id,
    bookingReference: party.reference,
    status: statusOf(order, party, ctx.now()),
    guestsBefore: order.guestsBefore,
    guests: inputs.guests,
    items: inputs.items,
    place: inputs.place,
    newAddress: order.newAddress,
    chefsBefore: order.chefsBefore,
    chefs: priced.chefs,
    changes: comparePrices(order.linesBefore, priced.lines),
    totalBefore: usd(order.totalBeforeCents),
    totalAfter: usd(order.totalAfterCents),
    difference: usd(order.totalAfterCents - order.totalBeforeCents),
    timeZone: party.timeZone,
    note: order.note,
    createdAt: order.createdAt.toString(),
    createdBy: order.createdBy,
    expiresAt: order.expiresAt.toString(),
    decidedAt: order.decidedAt?.toString() ?? null,
    decidedBy: order.decidedBy,
  }
}
