import type { MenuItemKind, PriceBook, PriceUnit } from "@myhibachi/contract/catalog"
import { type CreatePriceBook, type PublishPriceBook, SetPrice } from "@myhibachi/contract/publishing"
import { and, asc, desc, eq, isNull, max } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField, notFound } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { currentPriceBook } from "./current-catalog.ts"
import { announceCatalogChange, presentPriceBook } from "./published-catalog.ts"
import { menuItems, priceBooks, prices } from "./tables.ts"

/** @returns every version, the newest first. */
export async function listPriceBooks(ctx: Context): Promise<PriceBook[]> {
  const books = await ctx.db.select().from(priceBooks).orderBy(desc(priceBooks.version))
  const rows = await ctx.db.select().from(prices).orderBy(asc(prices.position))
  const current = await currentPriceBook(ctx)
  return books.map((book) => ({ ...presentPriceBook(book, rows), isCurrent: book.id === current.id }))
}

/** @throws AppError "price-book-not-found". */
export async function readPriceBook(ctx: Context, id: string): Promise<PriceBook> {
  const books = await listPriceBooks(ctx)
  const book = books.find((candidate) => candidate.id === id)
  if (!book) throw notFound("price-book", id)
  return book
}

/** Makes a draft with the prices of another version. @throws AppError "price-book-not-found". */
export async function draftPriceBook(ctx: Context, input: CreatePriceBook): Promise<PriceBook> {
  return inTransaction(ctx, async (ctx) => {
    const source = await ctx.db.select().from(prices).where(eq(prices.priceBookId, input.fromId))
    if (source.length === 0) throw notFound("price-book", input.fromId)
    const [highest] = await ctx.db.select({ version: max(priceBooks.version) }).from(priceBooks)
    const id = ctx.newId("pb")
    await ctx.db.insert(priceBooks).values({
      id,
      version: (highest?.version ?? 0) + 1,
      name: input.name,
      status: "draft",
      createdAt: ctx.now(),
      createdBy: actorName(ctx.actor),
    })
    await ctx.db.insert(prices).values(source.map((price) => ({ ...price, priceBookId: id })))
    const book = await readPriceBook(ctx, id)
    await audit(ctx, {
      action: "price-book.drafted",
      entity: "price-book",
      entityId: id,
      details: { from: input.fromId },
    })
    return book
  })
}

export interface SetPriceInput extends SetPrice {
  id: string
  sku: string
}

/**
 * Sets one price of a draft; a dish of the menu that has none yet gets its line.
 * @throws AppError "price-book-published", "price-not-found".
 */
export async function setPrice(ctx: Context, input: SetPriceInput): Promise<PriceBook> {
  const amountCents = SetPrice.shape.amountCents.parse(input.amountCents)
  return inTransaction(ctx, async (ctx) => {
    const draft = await requireDraft(ctx, input.id)
    const changed = await ctx.db
      .update(prices)
      .set({ amountCents })
      .where(and(eq(prices.priceBookId, input.id), eq(prices.sku, input.sku)))
      .returning()
    if (changed.length === 0) await addPrice(ctx, { ...input, amountCents })
    await countChange(ctx, draft)
    const book = await readPriceBook(ctx, input.id)
    const details = { sku: input.sku, amountCents: input.amountCents }
    await audit(ctx, { action: "price-book.price-set", entity: "price-book", entityId: input.id, details })
    return book
  })
}

const UNIT_OF_KIND: Partial<Record<MenuItemKind, PriceUnit>> = {
  protein: "per_protein",
  premium_protein: "per_protein",
  add_on: "per_order",
}

async function addPrice(ctx: Context, { id, sku, amountCents }: SetPriceInput): Promise<void> {
  const [item] = await ctx.db
    .select()
    .from(menuItems)
    .where(and(eq(menuItems.sku, sku), isNull(menuItems.archivedAt)))
  const unit = item ? UNIT_OF_KIND[item.kind] : undefined
  if (!item || !unit)
    throw new AppError(
      "not-found",
      "price-not-found",
      `There is no ${sku} that could have a price; make it a dish of the menu first.`,
    )
  const [last] = await ctx.db
    .select({ position: max(prices.position) })
    .from(prices)
    .where(eq(prices.priceBookId, id))
  const position = (last?.position ?? 0) + 1
  await ctx.db.insert(prices).values({ priceBookId: id, sku, name: item.name, unit, amountCents, position })
}

async function countChange(ctx: Context, draft: PriceBookRow): Promise<void> {
  await ctx.db
    .update(priceBooks)
    .set({ revision: draft.revision + 1 })
    .where(eq(priceBooks.id, draft.id))
}

/** Throws a draft away. @throws AppError "price-book-not-found", "price-book-published". */
export async function discardPriceBook(ctx: Context, input: { id: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const draft = await requireDraft(ctx, input.id)
    await ctx.db.delete(prices).where(eq(prices.priceBookId, draft.id))
    await ctx.db.delete(priceBooks).where(eq(priceBooks.id, draft.id))
    const details = { version: draft.version, name: draft.name }
    await audit(ctx, { action: "price-book.discarded", entity: "price-book", entityId: draft.id, details })
  })
}

/** Publishes a draft; from then on it never changes. @throws AppError "price-book-published", "effective-from-past". */
export async function publishPriceBook(
  ctx: Context,
  input: PublishPriceBook & { id: string },
): Promise<PriceBook> {
  const effectiveFrom = input.effectiveFrom ? Temporal.Instant.from(input.effectiveFrom) : ctx.now()
  if (Temporal.Instant.compare(effectiveFrom, ctx.now()) < 0) {
    throw invalidField(
      "/effectiveFrom",
      "Prices cannot change in the past; take now or later.",
      "effective-from-past",
    )
  }
  return inTransaction(ctx, async (ctx) => {
    await requireDraft(ctx, input.id)
    await ctx.db
      .update(priceBooks)
      .set({ status: "published", effectiveFrom, publishedAt: ctx.now() })
      .where(eq(priceBooks.id, input.id))
    announceCatalogChange(ctx, input.id)
    const book = await readPriceBook(ctx, input.id)
    const details = { version: book.version, effectiveFrom: effectiveFrom.toString() }
    await audit(ctx, { action: "price-book.published", entity: "price-book", entityId: input.id, details })
    return book
  })
}

type PriceBookRow = typeof priceBooks.$inferSelect

async function requireDraft(ctx: Context, id: string): Promise<PriceBookRow> {
  const [book] = await ctx.db.select().from(priceBooks).where(eq(priceBooks.id, id)).for("update")
  if (!book) throw notFound("price-book", id)
  if (book.status === "published") {
    throw new AppError(
      "conflict",
      "price-book-published",
      "A published price book never changes; draft a new version from it.",
    )
  }
  return book
}
