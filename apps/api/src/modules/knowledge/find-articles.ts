import type { Article, ArticleStatus, ArticleVersion, HelpArticle } from "@myhibachi/contract/knowledge"
import { and, asc, desc, eq, gt, ilike, or } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { fillPlaceholders, splitPassages } from "./passages.ts"
import { readFigures } from "./read-figures.ts"
import { type ArticleRow, articles, articleVersions } from "./tables.ts"

export interface ArticleFilter {
  search?: string
  status?: ArticleStatus
  cursor?: string
  limit: number
}

/** @returns articles for staff, by slug. */
export async function findArticles(
  ctx: Context,
  filter: ArticleFilter,
): Promise<{ items: Article[]; nextCursor: string | null }> {
  const pattern = filter.search ? `%${filter.search.replace(/[\\%_]/g, "\\$&")}%` : undefined
  const figures = await readFigures(ctx)
  const rows = await ctx.db
    .select()
    .from(articles)
    .where(
      and(
        filter.status ? eq(articles.status, filter.status) : undefined,
        pattern ? or(ilike(articles.title, pattern), ilike(articles.body, pattern)) : undefined,
        filter.cursor ? gt(articles.slug, String(decodeCursor(filter.cursor, 1)[0])) : undefined,
      ),
    )
    .orderBy(asc(articles.slug))
    .limit(filter.limit + 1)
  return toPage(
    rows,
    filter.limit,
    (row) => [row.slug],
    (row) => presentArticle(row, figures),
  )
}

/** @returns one article for staff. @throws AppError "article-not-found". */
export async function readArticle(ctx: Context, id: string): Promise<Article> {
  const [row] = await ctx.db.select().from(articles).where(eq(articles.id, id))
  if (!row) throw notFound("article", id)
  return presentArticle(row, await readFigures(ctx))
}

/** @returns all versions of an article, newest first. */
export async function findArticleVersions(ctx: Context, id: string): Promise<ArticleVersion[]> {
  const rows = await ctx.db
    .select()
    .from(articleVersions)
    .where(eq(articleVersions.articleId, id))
    .orderBy(desc(articleVersions.version))
  if (rows.length === 0) throw notFound("article", id)
  return rows.map(({ version, title, status, createdAt, createdBy }) => ({
    version,
    title,
    status,
    createdAt: createdAt.toString(),
    createdBy,
  }))
}

/** @returns what the help page shows. */
export async function findHelpArticles(ctx: Context): Promise<HelpArticle[]> {
  const figures = await readFigures(ctx)
  const rows = await ctx.db
    .select()
    .from(articles)
    .where(eq(articles.status, "published"))
    .orderBy(asc(articles.category), asc(articles.slug))
  return rows.map((row) => presentHelp(row, figures))
}

/** @returns one page of the help. @throws AppError "article-not-found". */
export async function readHelpArticle(ctx: Context, slug: string): Promise<HelpArticle> {
  const [row] = await ctx.db
    .select()
    .from(articles)
    .where(and(eq(articles.slug, slug), eq(articles.status, "published")))
  if (!row) throw notFound("article", slug)
  return presentHelp(row, await readFigures(ctx))
}

/** @returns the article with today's figures beside its text. */
export function presentArticle(row: ArticleRow, figures: ReadonlyMap<string, string>): Article {
  return { ...row, updatedAt: row.updatedAt.toString(), resolvedBody: resolve(row.body, figures) }
}

function presentHelp(row: ArticleRow, figures: ReadonlyMap<string, string>): HelpArticle {
  return {
    slug: row.slug,
    version: row.version,
    title: row.title,
    category: row.category,
    body: resolve(row.body, figures),
    updatedAt: row.updatedAt.toString(),
  }
}

function resolve(body: string, figures: ReadonlyMap<string, string>): string {
  return splitPassages(body)
    .map((part) => fillPlaceholders(part.text, figures))
    .filter((text) => text !== null)
    .join("\n\n")
}
