import type { SavedCard, SavedCards } from "@myhibachi/contract/payments"
import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm"
import { isPerson } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { notFound } from "#platform/errors.ts"
import type { ProviderPayment } from "#providers/payments/port.ts"
import { isOfProvider, requirePaymentProvider } from "./payment-provider.ts"
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
  if (!page?.consentId || !page.consentGivenAt) return
  const { consentId, consentGivenAt } = page
  await ctx.db
    .insert(cards)
    .values({
      ...{ consentId, consentGivenAt },
      ...card,
      id: ctx.newId("card"),
      customerId: payment.customerId,
      provider: payment.provider,
      providerCustomerId: customerId,
      providerMethodId: methodId,
      createdAt: ctx.now(),
    })
    .onConflictDoNothing({ target: cards.providerMethodId })
}

/** @returns the cards that we may charge, the newest first; one that was used for several payments stands once. */
export async function findCards(ctx: Context, input: { customerId: string }): Promise<SavedCards> {
  const rows = await ctx.db
    .select()
    .from(cards)
    .where(and(isPerson(cards.customerId, input.customerId), isNull(cards.removedAt)))
    .orderBy(desc(cards.createdAt))
  return { items: [...new Map(rows.map((row) => [faceOf(row), row])).values()].map(toSavedCard) }
}

/** What people see of a card; the provider makes a new method of it with every payment page. */
const faceOf = ({ brand, last4, expiryMonth, expiryYear }: CardRow) =>
  `${brand} ${last4} ${expiryMonth}/${expiryYear}`

/**
 * @returns the card to charge for a booking: the one that paid for it last, because the consent is for the rest of
 * that party's price; undefined when there is none or its holder took it back.
 */
export async function findCardToCharge(ctx: Context, bookingId: string): Promise<CardRow | undefined> {
  const provider = ctx.providers.payments
  if (!provider?.keptCards) return undefined
  const [found] = await ctx.db
    .select({ card: cards })
    .from(cards)
    .innerJoin(payments, eq(payments.providerMethodId, cards.providerMethodId))
    .where(
      and(
        eq(payments.bookingId, bookingId),
        eq(cards.provider, provider.name),
        isNotNull(payments.receivedAt),
        isNull(cards.removedAt),
      ),
    )
    .orderBy(desc(payments.receivedAt), desc(payments.id))
    .limit(1)
  return found?.card
}

/**
 * Forgets a card: from now on nobody charges it, and the provider lets go of it too.
 * @throws AppError "card-not-found", "payments-down".
 */
export async function removeCard(
  ctx: Context,
  input: { customerId: string; cardId: string },
): Promise<SavedCards> {
  const removed = await markRemoved(ctx, input)
  // After our own mark: when the provider is down, the card is still not charged any more.
  await letGoAtProvider(ctx, removed)
  return findCards(ctx, input)
}

/** Has the provider that keeps the cards forget them; what another one keeps nobody here can charge. */
export async function letGoAtProvider(
  ctx: Context,
  removed: readonly Pick<CardRow, "provider" | "providerMethodId">[],
): Promise<void> {
  const { keptCards } = requirePaymentProvider(ctx)
  for (const row of removed) if (isOfProvider(ctx, row)) await keptCards?.remove(row.providerMethodId)
}

async function markRemoved(
  ctx: Context,
  { customerId, cardId }: { customerId: string; cardId: string },
): Promise<CardRow[]> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db.select().from(cards).where(isPerson(cards.customerId, customerId)).for("update")
    const named = rows.find((row) => row.id === cardId)
    if (!named) throw notFound("card", cardId)
    const same = rows.filter((row) => faceOf(row) === faceOf(named))
    if (named.removedAt) return same
    const ids = same.map((row) => row.id)
    await ctx.db.update(cards).set({ removedAt: ctx.now() }).where(inArray(cards.id, ids))
    await audit(ctx, {
      action: "card.removed",
      entity: "customer",
      entityId: customerId,
      details: { cardId, last4: named.last4 },
    })
    return same
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
