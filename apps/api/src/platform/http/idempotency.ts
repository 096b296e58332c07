import { createHash } from "node:crypto"
import { and, eq, sql } from "drizzle-orm"
import { jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { FastifyReply, FastifyRequest } from "fastify"
import { actorName, type Context } from "#platform/context.ts"
import { instant } from "#platform/database/columns.ts"
import { AppError, invalidField } from "#platform/errors.ts"

/** What was answered to a request with an Idempotency-Key, so that a repetition gets the same answer. */
export const idempotencyKeys = pgTable(
  "platform_idempotency_keys",
  {
    scope: text().notNull(),
    key: text().notNull(),
    bodyHash: text("body_hash").notNull(),
    startedAt: instant("started_at").notNull(),
    response: jsonb().$type<{ body: unknown }>(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] })],
)

// A request that died without an answer may be tried again after this; a live one never takes as long.
const ABANDONED_AFTER_SECONDS = 60

/** Requests of this process that failed while the database could not be told; they may be tried again at once. */
const knownAbandoned = new Set<string>()

/**
 * Runs `work` once for each key of one caller and route (IETF draft idempotency-key-header-07).
 * @throws AppError "idempotency-key-required" (400), "idempotency-key-reused" (422), "request-in-progress" (409).
 */
export async function runOnce(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers["idempotency-key"]
  if (typeof key !== "string" || key.length < 8 || key.length > 255) {
    throw invalidField(
      "/headers/idempotency-key",
      "Send an Idempotency-Key of 8 to 255 characters.",
      "idempotency-key-required",
    )
  }
  const scope = `${actorName(ctx.actor)} ${request.method} ${request.url.split("?")[0]}`
  const bodyHash = createHash("sha256")
    .update(JSON.stringify(request.body ?? null))
    .digest("hex")
  if (!(await claimKey(ctx, scope, key, bodyHash))) return replay(ctx, scope, key, bodyHash, reply)
  try {
    const body = await work()
    await ctx.db.update(idempotencyKeys).set({ response: { body } }).where(matching(scope, key))
    return body
  } catch (error) {
    await giveBack(ctx, scope, key)
    throw error
  }
}

/** Frees the key for another try. The error that ended the request counts, not one of telling the database. */
async function giveBack(ctx: Context, scope: string, key: string): Promise<void> {
  try {
    await ctx.db.delete(idempotencyKeys).where(matching(scope, key))
  } catch (cause) {
    knownAbandoned.add(`${scope} ${key}`)
    ctx.log.warn({ err: cause }, "an idempotency key could not be given back; it is free in this process")
  }
}

function matching(scope: string, key: string) {
  return and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key))
}

async function claimKey(ctx: Context, scope: string, key: string, bodyHash: string): Promise<boolean> {
  const isAbandoned = knownAbandoned.has(`${scope} ${key}`)
  const abandonedBefore = ctx.now().subtract({ seconds: isAbandoned ? 0 : ABANDONED_AFTER_SECONDS })
  const claimed = await ctx.db
    .insert(idempotencyKeys)
    .values({ scope, key, bodyHash, startedAt: ctx.now() })
    .onConflictDoUpdate({
      target: [idempotencyKeys.scope, idempotencyKeys.key],
      set: { startedAt: ctx.now() },
      setWhere: sql`${idempotencyKeys.response} is null and ${idempotencyKeys.startedAt} <= ${abandonedBefore.toString()} and ${idempotencyKeys.bodyHash} = ${bodyHash}`,
    })
    .returning({ key: idempotencyKeys.key })
    .catch((error) => {
      // The row may have been written all the same.
      knownAbandoned.add(`${scope} ${key}`)
      throw error
    })
  if (claimed.length > 0) knownAbandoned.delete(`${scope} ${key}`)
  return claimed.length > 0
}

async function replay(
  ctx: Context,
  scope: string,
  key: string,
  bodyHash: string,
  reply: FastifyReply,
): Promise<unknown> {
  const [row] = await ctx.db.select().from(idempotencyKeys).where(matching(scope, key))
  if (row && row.bodyHash !== bodyHash) {
    throw new AppError(
      "unprocessable",
      "idempotency-key-reused",
      "This Idempotency-Key was used for another request; take a new one.",
    )
  }
  if (!row?.response) {
    throw new AppError(
      "conflict",
      "request-in-progress",
      "The same request is being worked on; ask again in a moment.",
    )
  }
  reply.header("idempotency-replayed", "true")
  return row.response.body
}
