import type { Citation } from "@myhibachi/contract/knowledge"
import { eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { remembered } from "#platform/remembered.ts"
import { articles, passages } from "./tables.ts"

/** A passage as it is stored: figures still stand as names. */
export interface PublishedPassage {
  id: string
  topics: string[]
  text: string
  citation: Citation
  embedderId: string
  embedding: number[]
}

/** All that is published, and a name for this state of it. */
export interface PublishedKnowledge {
  version: string
  passages: PublishedPassage[]
}

export const KNOWLEDGE_TOPIC = "knowledge"

const published = remembered(KNOWLEDGE_TOPIC, load)

/** @returns the published passages from memory; an article that changes here or elsewhere is read again at once. */
export const readPublished = published.read

/** Forgets what was read, here and in the other processes, once the change is committed. */
export const announceKnowledgeChange = published.forget

async function load(ctx: Context): Promise<PublishedKnowledge> {
  const rows = await ctx.db
    .select({ passage: passages, slug: articles.slug, title: articles.title })
    .from(passages)
    .innerJoin(articles, eq(articles.id, passages.articleId))
    .orderBy(articles.category, articles.slug, passages.ordinal)
  const state = [...new Set(rows.map(({ passage }) => `${passage.articleId}:${passage.version}`))].sort()
  return {
    version: state.join(","),
    passages: rows.map(({ passage, slug, title }) => ({
      id: passage.id,
      topics: passage.topics,
      text: passage.text,
      citation: { articleId: passage.articleId, slug, title, version: passage.version },
      embedderId: passage.embedderId,
      embedding: passage.embedding,
    })),
  }
}
