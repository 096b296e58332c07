import { createHash } from "node:crypto"
import type { Citation, KnowledgeHit } from "@myhibachi/contract/knowledge"
import { eq, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { cosine, embedTexts } from "./embed-passages.ts"
import { fillPlaceholders } from "./passages.ts"
import { type PublishedPassage, readPublished } from "./published-passages.ts"
import { articles, passages } from "./tables.ts"

/** A passage with today's figures in it. */
export interface Passage {
  id: string
  topics: string[]
  text: string
  citation: Citation
}

// Reciprocal rank fusion: 60 keeps one list's first place from drowning the other lists.
const FUSION_CONSTANT = 60

/** @returns what changes whenever a published article does; part of every stored answer's scope. */
export async function readKnowledgeVersion(ctx: Context): Promise<string> {
  const { version } = await readPublished(ctx)
  return createHash("sha256").update(version).digest("hex").slice(0, 16)
}

/** @returns the published passages that answer the topics, in the order of their articles. */
export async function findPassagesByTopic(
  ctx: Context,
  figures: ReadonlyMap<string, string>,
): Promise<Passage[]> {
  return (await readPassages(ctx, figures)).map(({ id, topics, text, citation }) => ({
    id,
    topics,
    text,
    citation,
  }))
}

/** Finds passages by words (full text and trigrams) and by meaning, fused by rank. */
export async function searchKnowledge(
  ctx: Context,
  input: { query: string; limit: number },
  figures: ReadonlyMap<string, string>,
): Promise<KnowledgeHit[]> {
  const stored = await readPassages(ctx, figures)
  const rankings = [
    await rankByWords(ctx, input.query),
    await rankByTrigrams(ctx, input.query),
    await rankByMeaning(ctx, input.query, stored),
  ]
  const scores = new Map<string, number>()
  for (const ranking of rankings) {
    ranking.forEach((id, index) => {
      scores.set(id, (scores.get(id) ?? 0) + 1 / (FUSION_CONSTANT + index + 1))
    })
  }
  return stored
    .filter((passage) => scores.has(passage.id))
    .map((passage) => ({
      passageId: passage.id,
      citation: passage.citation,
      passage: passage.text,
      score: scores.get(passage.id) ?? 0,
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, input.limit)
}

async function readPassages(ctx: Context, figures: ReadonlyMap<string, string>): Promise<PublishedPassage[]> {
  const { passages } = await readPublished(ctx)
  return passages.flatMap((passage) => {
    const text = fillPlaceholders(passage.text, figures)
    // A figure that a changed price book no longer has would leave a hole in the sentence.
    return text === null ? [] : [{ ...passage, text }]
  })
}

async function rankByWords(ctx: Context, query: string): Promise<string[]> {
  const document = sql`to_tsvector('english', ${articles.title} || ' ' || ${passages.text})`
  // Any of the words may match: a question has many that no article uses.
  const wanted = sql`replace(plainto_tsquery('english', ${query})::text, '&', '|')::tsquery`
  const rows = await ctx.db
    .select({ id: passages.id })
    .from(passages)
    .innerJoin(articles, eq(articles.id, passages.articleId))
    .where(sql`${document} @@ ${wanted}`)
    .orderBy(sql`ts_rank_cd(${document}, ${wanted}) desc`, passages.id)
    .limit(30)
  return rows.map((row) => row.id)
}

async function rankByTrigrams(ctx: Context, query: string): Promise<string[]> {
  const closeness = sql<number>`word_similarity(${query.slice(0, 300)}, ${articles.title} || ' ' || ${passages.text})`
  const rows = await ctx.db
    .select({ id: passages.id, closeness })
    .from(passages)
    .innerJoin(articles, eq(articles.id, passages.articleId))
    .orderBy(sql`${closeness} desc`, passages.id)
    .limit(30)
  return rows.filter((row) => row.closeness > 0.25).map((row) => row.id)
}

async function rankByMeaning(ctx: Context, query: string, stored: PublishedPassage[]): Promise<string[]> {
  const [wanted] = await embedTexts(ctx, [query])
  if (!wanted || wanted.embedding.length === 0) return []
  return stored
    .filter((passage) => passage.embedderId === wanted.embedderId)
    .map((passage) => ({ id: passage.id, closeness: cosine(passage.embedding, wanted.embedding) }))
    .filter((candidate) => candidate.closeness > 0.2)
    .sort((a, b) => b.closeness - a.closeness)
    .slice(0, 30)
    .map((candidate) => candidate.id)
}
