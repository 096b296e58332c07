import {
  Article,
  ArticleInput,
  ArticleStatus,
  ArticleVersion,
  HelpArticle,
  KnowledgeSearchResult,
} from "@myhibachi/contract/knowledge"
import { z } from "zod"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { PageQuery, pageOf } from "#platform/http/paging.ts"
import { access, defineRoute, type Route } from "#platform/http/route.ts"
import {
  findArticles,
  findArticleVersions,
  findHelpArticles,
  readArticle,
  readHelpArticle,
} from "./find-articles.ts"
import { searchKnowledge } from "./find-passages.ts"
import { readFigures } from "./read-figures.ts"
import { saveArticle } from "./save-article.ts"

const ById = z.object({ id: z.string().max(60) })
const tags = ["knowledge"]

const helpRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/v1/public/help",
    access: access.public(),
    summary: "The published articles with today's figures",
    tags,
    response: z.object({ articles: z.array(HelpArticle) }),
    handler: async (ctx) => ({ articles: await findHelpArticles(ctx) }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/help/:slug",
    access: access.public(),
    summary: "One published article",
    tags,
    params: z.object({ slug: z.string().max(100) }),
    response: HelpArticle,
    handler: (ctx, { params }) => readHelpArticle(ctx, params.slug),
  }),
]

const readRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/v1/knowledge/articles",
    access: access.staff("conversations:read"),
    summary: "Articles with their status",
    tags,
    query: PageQuery.extend({ search: z.string().max(200).optional(), status: ArticleStatus.optional() }),
    response: pageOf(Article),
    handler: (ctx, { query }) =>
      findArticles(ctx, {
        limit: query.limit,
        ...(query.cursor ? { cursor: query.cursor } : {}),
        ...(query.search ? { search: query.search } : {}),
        ...(query.status ? { status: query.status } : {}),
      }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/knowledge/articles/:id",
    access: access.staff("conversations:read"),
    summary: "One article with its names and figures",
    tags,
    params: ById,
    response: Article,
    handler: async (ctx, { params, reply }) => {
      const article = await readArticle(ctx, params.id)
      setEtag(reply, article.version)
      return article
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/knowledge/articles/:id/versions",
    access: access.staff("conversations:read"),
    summary: "All versions of an article",
    tags,
    params: ById,
    response: z.object({ versions: z.array(ArticleVersion) }),
    handler: async (ctx, { params }) => ({ versions: await findArticleVersions(ctx, params.id) }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/knowledge/search",
    access: access.staff("conversations:read"),
    summary: "What the assistant would find",
    tags,
    query: z.object({
      q: z.string().min(2).max(300),
      limit: z.coerce.number().int().min(1).max(20).default(8),
    }),
    response: KnowledgeSearchResult,
    handler: async (ctx, { query }) => ({
      hits: await searchKnowledge(ctx, { query: query.q, limit: query.limit }, await readFigures(ctx)),
    }),
  }),
]

const writeRoutes: Route[] = [
  defineRoute({
    method: "POST",
    path: "/v1/knowledge/articles",
    access: access.staff("knowledge:write"),
    summary: "Write an article",
    tags,
    body: ArticleInput,
    response: Article,
    status: 201,
    handler: async (ctx, { body }) => readArticle(ctx, (await saveArticle(ctx, body)).id),
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/knowledge/articles/:id",
    access: access.staff("knowledge:write"),
    summary: "Write the next version of an article",
    tags,
    params: ById,
    body: ArticleInput,
    response: Article,
    handler: async (ctx, { params, body, request, reply }) => {
      const before = await readArticle(ctx, params.id)
      requireIfMatch(request, before.version)
      await saveArticle(ctx, { ...body, id: params.id, expectedVersion: before.version })
      const article = await readArticle(ctx, params.id)
      setEtag(reply, article.version)
      return article
    },
  }),
]

export const knowledgeRoutes: Route[] = [...helpRoutes, ...readRoutes, ...writeRoutes]
