import type {
  CreatePriceBook,
  PriceBook,
  PriceDifference,
  PublishPriceBook,
  SetPrice,
} from "@myhibachi/contract/catalog"
import { and, asc, desc, eq, max } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField, notFound } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { currentPriceBook } from "./current-catalog.ts"
import { announceCatalogChange, presentPriceBook } from "./published-catalog.ts"
import { priceBooks, prices } from "./tables.ts"

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

/** Sets one price of a draft. @throws AppError "price-book-published", "price-not-found". */
export async function setPrice(
  ctx: Context,
  input: SetPrice & { id: string; sku: string },
): Promise<PriceBook> {
  return inTransaction(ctx, async (ctx) => {
    await requireDraft(ctx, input.id)
    const changed = await ctx.db
      .update(prices)
      .set({ amountCents: input.amountCents })
      .where(and(eq(prices.priceBookId, input.id), eq(prices.sku, input.sku)))
      .returning()
    if (changed.length === 0) throw notFound("price", input.sku)
    const book = await readPriceBook(ctx, input.id)
    const details = { sku: input.sku, amountCents: input.amountCents }
    await audit(ctx, { action: "price-book.price-set", entity: "price-book", entityId: input.id, details })
    return book
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

async function requireDraft(ctx: Context, id: string): Promise<void> {
  const [book] = await ctx.db.select().from(priceBooks).where(eq(priceBooks.id, id)).for("update")
  if (!book) throw notFound("price-book", id)
  if (book.status === "published") {
    throw new AppError(
      "conflict",
      "price-book-published",
      "A published price book never changes; draft a new version from it.",
    )
  }
}

/** @returns which prices differ between two versions. */
export async function comparePriceBooks(
  ctx: Context,
  input: { id: string; other: string },
): Promise<PriceDifference> {
  const from = await readPriceBook(ctx, input.id)
  const to = await readPriceBook(ctx, input.other)
  const before = new Map(from.prices.map((price) => [price.sku, price]))
  const after = new Map(to.prices.map((price) => [price.sku, price]))
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((sku) => {
    const left = before.get(sku)
    const right = after.get(sku)
    if (left?.amount.amount === right?.amount.amount) return []
    return [
      {
        sku,
        name: right?.name ?? left?.name ?? sku,
        before: left?.amount ?? null,
        after: right?.amount ?? null,
      },
    ]
  })
  return { from: from.version, to: to.version, changes }
}
