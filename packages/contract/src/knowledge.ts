import { z } from "zod"
import { InstantText } from "./time.ts"

/** What an answer rests on: one version of one article. */
export const Citation = z.object({
  articleId: z.string(),
  slug: z.string(),
  title: z.string(),
  version: z.int(),
})
export type Citation = z.infer<typeof Citation>

export const ArticleStatus = z.enum(["draft", "published", "archived"])
export type ArticleStatus = z.infer<typeof ArticleStatus>

/** An article as staff edit it. In `body`, `{{deposit.amount}}` and the like stand for figures of the current policies and price book. */
export const Article = z.object({
  id: z.string(),
  slug: z.string(),
  version: z.int(),
  status: ArticleStatus,
  title: z.string(),
  category: z.string(),
  topics: z.array(z.string()),
  body: z.string(),
  /** The body with today's figures in place of the names. */
  resolvedBody: z.string(),
  updatedAt: InstantText,
  updatedBy: z.string(),
})
export type Article = z.infer<typeof Article>

export const ArticleInput = z.object({
  title: z.string().trim().min(3).max(160),
  category: z.string().trim().min(2).max(60),
  topics: z.array(z.string().trim().min(2).max(60)).max(20).default([]),
  body: z.string().trim().min(10).max(20_000),
  /** A draft is kept but neither found nor cited. */
  status: ArticleStatus.default("published"),
})
export type ArticleInput = z.infer<typeof ArticleInput>

export const ArticleVersion = z.object({
  version: z.int(),
  title: z.string(),
  status: ArticleStatus,
  createdAt: InstantText,
  createdBy: z.string(),
})
export type ArticleVersion = z.infer<typeof ArticleVersion>

/** An article as the help page shows it. */
export const HelpArticle = z.object({
  slug: z.string(),
  version: z.int(),
  title: z.string(),
  category: z.string(),
  body: z.string(),
  updatedAt: InstantText,
})
export type HelpArticle = z.infer<typeof HelpArticle>

/** One passage that was found, best first; `score` is the fused rank (higher is better). */
export const KnowledgeHit = z.object({
  passageId: z.string(),
  citation: Citation,
  passage: z.string(),
  score: z.number(),
})
export type KnowledgeHit = z.infer<typeof KnowledgeHit>

export const KnowledgeSearchResult = z.object({ hits: z.array(KnowledgeHit) })
export type KnowledgeSearchResult = z.infer<typeof KnowledgeSearchResult>
