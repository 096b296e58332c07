import type { ArticleInput } from "@myhibachi/contract/knowledge"
import { eq } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField, notFound } from "#platform/errors.ts"
import { type EmbeddedText, embedTexts } from "./embed-passages.ts"
import { type PassageText, placeholdersOf, splitPassages } from "./passages.ts"
import { announceKnowledgeChange } from "./published-passages.ts"
import { readFigures } from "./read-figures.ts"
import { type ArticleRow, articles, articleVersions, passages } from "./tables.ts"

export interface SaveArticle extends ArticleInput {
  /** Absent for a new article. */
  id?: string
  slug?: string
  /** The version that the writer has read. */
  expectedVersion?: number
}

/**
 * Writes a new article or the next version of one; earlier versions stay readable.
 * @throws AppError "figure-unknown", "article-not-found", "stale-version".
 */
export async function saveArticle(ctx: Context, input: SaveArticle): Promise<ArticleRow> {
  const parts = splitPassages(input.body)
  await refuseUnknownFigures(ctx, input.body)
  const vectors = await embedTexts(
    ctx,
    parts.map((part) => `${input.title}. ${part.text}`),
  )
  return inTransaction(ctx, async (ctx) => {
    const row = await writeVersion(ctx, input, [
      ...new Set([...input.topics, ...parts.flatMap((part) => part.topics)]),
    ])
    await writePassages(ctx, row, parts, vectors)
    announceKnowledgeChange(ctx, row.id)
    await audit(ctx, {
      action: row.version === 1 ? "article.created" : "article.changed",
      entity: "article",
      entityId: row.id,
      details: { version: row.version, status: row.status },
    })
    return row
  })
}

async function refuseUnknownFigures(ctx: Context, body: string): Promise<void> {
  const known = await readFigures(ctx)
  const unknown = placeholdersOf(body).find((name) => !known.has(name))
  if (unknown) throw invalidField("/body", `There is no figure {{${unknown}}}.`, "figure-unknown")
}

async function writeVersion(ctx: Context, input: SaveArticle, topics: string[]): Promise<ArticleRow> {
  const before = input.id ? await lockArticle(ctx, input.id, input.expectedVersion) : undefined
  const id = before?.id ?? ctx.newId("art")
  const row: ArticleRow = {
    id,
    slug: before?.slug ?? input.slug ?? slugOf(input.title, id),
    version: (before?.version ?? 0) + 1,
    status: input.status,
    title: input.title,
    category: input.category,
    topics,
    body: input.body,
    updatedAt: ctx.now(),
    updatedBy: ctx.actor.kind === "staff" ? ctx.actor.name : actorName(ctx.actor),
  }
  if (before) await ctx.db.update(articles).set(row).where(eq(articles.id, id))
  else await ctx.db.insert(articles).values(row)
  await ctx.db.insert(articleVersions).values({
    articleId: id,
    version: row.version,
    status: row.status,
    title: row.title,
    body: row.body,
    createdAt: row.updatedAt,
    createdBy: row.updatedBy,
  })
  return row
}

async function lockArticle(
  ctx: Context,
  id: string,
  expectedVersion: number | undefined,
): Promise<ArticleRow> {
  const [row] = await ctx.db.select().from(articles).where(eq(articles.id, id)).for("update")
  if (!row) throw notFound("article", id)
  if (expectedVersion !== undefined && row.version !== expectedVersion) {
    throw new AppError(
      "precondition-failed",
      "stale-version",
      "Somebody changed this article in the meantime; read it again.",
    )
  }
  return row
}

async function writePassages(
  ctx: Context,
  article: ArticleRow,
  parts: PassageText[],
  vectors: EmbeddedText[],
): Promise<void> {
  await ctx.db.delete(passages).where(eq(passages.articleId, article.id))
  if (article.status !== "published" || parts.length === 0) return
  await ctx.db.insert(passages).values(
    parts.map((part, ordinal) => ({
      id: `${article.id}:${article.version}:${ordinal + 1}`,
      articleId: article.id,
      version: article.version,
      ordinal,
      topics: part.topics,
      text: part.text,
      embedderId: vectors[ordinal]?.embedderId ?? "none",
      embedding: vectors[ordinal]?.embedding ?? [],
    })),
  )
}

function slugOf(title: string, id: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
  return `${words}-${id.slice(-4)}`
}
