import type { SavedCard, SavedCards } from "@myhibachi/contract/payments"
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { notFound } from "#platform/errors.ts"
import type { ProviderPayment } from "#providers/payments/port.ts"
import { requireCardProvider } from "./card-provider.ts"
import { cards, checkouts, payments } from "./tables.ts"

type CardRow = typeof cards.$inferSelect
type PaymentRow = typeof payments.$inferSelect

/** Keeps the card of a hosted page under the consent that was given there; once for each card. */
export async function keepCard(ctx: Context, payment: PaymentRow, told: ProviderPayment): Promise<void> {
  const { card, customerId, methodId } = told
  if (!payment.checkoutId || !payment.customerId || !card || !customerId || !methodId) return
  const [page] = await ctx.db
    .select({ consentId: checkouts.consentId, consentGivenAt: checkouts.consentGivenAt })
    .from(checkouts)
    .where(eq(checkouts.id, payment.checkoutId))
  if (!page) return
  await ctx.db
    .insert(cards)
    .values({
      ...page,
      ...card,
      id: ctx.newId("card"),
      customerId: payment.customerId,
      provider: "stripe",
      providerCustomerId: customerId,
      providerMethodId: methodId,
      createdAt: ctx.now(),
    })
    .onConflictDoNothing({ target: cards.providerMethodId })
}

/** @returns the cards that we may charge, the newest first. */
export async function findCards(ctx: Context, input: { customerId: string }): Promise<SavedCards> {
  const rows = await ctx.db.select().from(cards).where(usableCardsOf(input.customerId)).orderBy(newest)
  return { items: rows.map(toSavedCard) }
}

/**
 * @returns the card to charge for a booking: the one that paid for it last, because the consent is for the rest of
 * that party's price; undefined when there is none or its holder took it back.
 */
export async function findCardToCharge(ctx: Context, bookingId: string): Promise<CardRow | undefined> {
  const [found] = await ctx.db
    .select({ card: cards })
    .from(cards)
    .innerJoin(payments, eq(payments.providerMethodId, cards.providerMethodId))
    .where(and(eq(payments.bookingId, bookingId), isNotNull(payments.receivedAt), isNull(cards.removedAt)))
    .orderBy(desc(payments.receivedAt), desc(payments.id))
    .limit(1)
  return found?.card
}

const newest = desc(cards.createdAt)
const usableCardsOf = (customerId: string) => and(eq(cards.customerId, customerId), isNull(cards.removedAt))

/**
 * Forgets a card: from now on nobody charges it, and the provider lets go of it too.
 * @throws AppError "card-not-found", "payments-down".
 */
export async function removeCard(
  ctx: Context,
  input: { customerId: string; cardId: string },
): Promise<SavedCards> {
  const row = await markRemoved(ctx, input)
  // After our own mark: when the provider is down, the card is still not charged any more.
  await requireCardProvider(ctx).removeCard(row.providerMethodId)
  return findCards(ctx, input)
}

async function markRemoved(
  ctx: Context,
  { customerId, cardId }: { customerId: string; cardId: string },
): Promise<CardRow> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select()
      .from(cards)
      .where(and(eq(cards.id, cardId), eq(cards.customerId, customerId)))
      .for("update")
    if (!row) throw notFound("card", cardId)
    if (row.removedAt) return row
    await ctx.db.update(cards).set({ removedAt: ctx.now() }).where(eq(cards.id, cardId))
    await audit(ctx, {
      action: "card.removed",
      entity: "customer",
      entityId: customerId,
      details: { cardId, last4: row.last4 },
    })
    return row
  })
}

function toSavedCard(row: CardRow): SavedCard {
  return {
    id: row.id,
    brand: row.brand,
    last4: row.last4,
    expiryMonth: row.expiryMonth,
    expiryYear: row.expiryYear,
    consentGivenAt: row.consentGivenAt.toString(),
  }
}
