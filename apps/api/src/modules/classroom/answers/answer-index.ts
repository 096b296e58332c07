import { and, inArray, isNull } from "drizzle-orm"
import type { Context, Services } from "#platform/context.ts"
import { answerIntents, answers } from "../tables.ts"
import type { AnswerScope, AnswerTemplate } from "./answer-template.ts"

/** No threshold may be lower, whatever staff set. */
export const LEAST_THRESHOLD = 0.85

export interface IndexedAnswer {
  id: string
  intent: string
  bucket: string
  embedding: Float32Array
  template: AnswerTemplate
}

export interface AnswerQuestion {
  /** The asks that are answered together; thresholds and bounds are kept for each. */
  intent: string
  signature: string
  polarity: string
  /** The question with placeholders in place of its slots. */
  masked: string
}

interface AnswerIndex {
  byId: Map<string, IndexedAnswer>
  byBucket: Map<string, Set<IndexedAnswer>>
  thresholds: Map<string, number>
  /** Changed elsewhere or since the last look; read again before the next search. */
  stale: Set<string>
  areThresholdsStale: boolean
}

const LIVE_TOPIC = "answers"
const indexes = new WeakMap<Services, Promise<AnswerIndex>>()

/** @returns the key under which only questions of the same scope and embedder are found. */
export function scopeKeyOf(scope: AnswerScope, embedderId: string): string {
  const { audience, locale, channelFamily, knowledgeVersion, priceBookVersion, policyVersion } = scope
  return JSON.stringify([
    audience,
    locale,
    channelFamily,
    knowledgeVersion,
    priceBookVersion,
    policyVersion,
    embedderId,
  ])
}

/** @returns the key of all entries that may be compared at all: only similarity is left to decide. */
export function bucketOf(scopeKey: string, question: Omit<AnswerQuestion, "masked">): string {
  return JSON.stringify([scopeKey, question.intent, question.signature, question.polarity])
}

/** @returns the index of this process, with what changed since the last look read again. */
export async function openIndex(ctx: Context): Promise<AnswerIndex> {
  const known = indexes.get(ctx.services) ?? startIndex(ctx)
  indexes.set(ctx.services, known)
  const index = await known
  if (index.stale.size > 0) await readAgain(ctx, index)
  if (index.areThresholdsStale) await readThresholds(ctx, index)
  return index
}

/** Tells every process, after the commit, that an entry or the intents changed. */
export function announceAnswerChange(
  ctx: Context,
  kind: "answer.changed" | "intent.changed",
  id: string,
): void {
  ctx.afterCommit(() => ctx.services.live.publish({ topic: LIVE_TOPIC, kind, id }))
}

function startIndex(ctx: Context): Promise<AnswerIndex> {
  const index: AnswerIndex = {
    byId: new Map(),
    byBucket: new Map(),
    thresholds: new Map(),
    stale: new Set(),
    areThresholdsStale: true,
  }
  ctx.services.live.subscribe([LIVE_TOPIC], (event) => {
    if (event.kind === "answer.changed") index.stale.add(event.id)
    else index.areThresholdsStale = true
  })
  const loading = loadAll(ctx, index)
  // A failed load must not stay for ever: the next search tries again.
  loading.catch(() => indexes.delete(ctx.services))
  return loading
}

async function loadAll(ctx: Context, index: AnswerIndex): Promise<AnswerIndex> {
  const rows = await ctx.db.select().from(answers).where(isNull(answers.retiredAt))
  for (const row of rows) put(index, row)
  return index
}

async function readAgain(ctx: Context, index: AnswerIndex): Promise<void> {
  const ids = [...index.stale]
  index.stale.clear()
  const rows = await ctx.db
    .select()
    .from(answers)
    .where(and(inArray(answers.id, ids), isNull(answers.retiredAt)))
  for (const id of ids) remove(index, id)
  for (const row of rows) put(index, row)
}

async function readThresholds(ctx: Context, index: AnswerIndex): Promise<void> {
  index.areThresholdsStale = false
  const rows = await ctx.db.select().from(answerIntents)
  index.thresholds = new Map(rows.map((row) => [row.intent, Math.max(LEAST_THRESHOLD, row.threshold)]))
}

function put(index: AnswerIndex, row: typeof answers.$inferSelect): void {
  const bucket = bucketOf(row.scopeKey, row)
  const entry = {
    id: row.id,
    intent: row.intent,
    bucket,
    embedding: Float32Array.from(row.embedding),
    template: row.template,
  }
  index.byId.set(row.id, entry)
  const members = index.byBucket.get(bucket) ?? new Set()
  index.byBucket.set(bucket, members.add(entry))
}

function remove(index: AnswerIndex, id: string): void {
  const entry = index.byId.get(id)
  if (!entry) return
  index.byId.delete(id)
  index.byBucket.get(entry.bucket)?.delete(entry)
}
