import type { ArticleStatus } from "@myhibachi/contract/knowledge"
import { index, integer, pgTable, primaryKey, real, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

export const articles = pgTable(
  "knowledge_articles",
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    version: integer().notNull(),
    status: text().$type<ArticleStatus>().notNull(),
    title: text().notNull(),
    category: text().notNull(),
    topics: text().array().notNull(),
    /** Paragraphs; `{{name}}` stands for a figure, a leading `{#topic}` says which question a paragraph answers. */
    body: text().notNull(),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: text("updated_by").notNull(),
  },
  (table) => [uniqueIndex("knowledge_articles_slug").on(table.slug)],
)

/** What an article said in each version; never changed, so that an old citation can be read again. */
export const articleVersions = pgTable(
  "knowledge_article_versions",
  {
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id),
    version: integer().notNull(),
    status: text().$type<ArticleStatus>().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.version] })],
)

/** The paragraphs of the published versions, as they are searched and cited. */
export const passages = pgTable(
  "knowledge_passages",
  {
    id: text().primaryKey(),
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id),
    version: integer().notNull(),
    ordinal: integer().notNull(),
    topics: text().array().notNull(),
    text: text().notNull(),
    /** Vectors of different embedders never mix. */
    embedderId: text("embedder_id").notNull(),
    embedding: real().array().notNull(),
  },
  (table) => [index("knowledge_passages_by_article").on(table.articleId)],
)

export type ArticleRow = typeof articles.$inferSelect
export type PassageRow = typeof passages.$inferSelect
