import { AsyncLocalStorage } from "node:async_hooks"
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres"
import { withReplicas } from "drizzle-orm/pg-core"
import type { Pool } from "pg"
import type { Actor, Context, Services } from "#platform/context.ts"
import { databaseErrorCode } from "#platform/errors.ts"
import type { Logger } from "#platform/log.ts"

/** What verbs query: the pool or a transaction. */
export type Database = Omit<NodePgDatabase<Record<string, never>>, "transaction" | "$client">

interface RunningTransaction {
  lastWork: (() => Promise<void>)[]
  effects: (() => void)[]
}

const running = new AsyncLocalStorage<RunningTransaction>()

type PooledDatabase = NodePgDatabase<Record<string, never>> & { $client: Pool }

/** The pools of one process. */
export interface DatabasePools {
  primary: Pool
  replicas: Pool[]
}

interface ContextParts {
  services: Services
  actor: Actor
  requestId: string
  log: Logger
}

/** Makes contexts over one set of pools. */
export class ContextFactory {
  readonly #services: Services
  readonly #primary: PooledDatabase
  readonly #replica: Database

  constructor(pools: DatabasePools, services: Services) {
    this.#services = services
    this.#primary = drizzle(pools.primary)
    const [first, ...others] = pools.replicas.map((pool) => drizzle(pool))
    this.#replica = first ? withReplicas(this.#primary, [first, ...others]) : this.#primary
  }

  /** @returns a context for one request, job or tool call. */
  create(actor: Actor, requestId: string, log: Logger): Context {
    return new RootContext({ services: this.#services, actor, requestId, log }, this.#primary, this.#replica)
  }
}

abstract class BaseContext implements Context {
  readonly actor: Actor
  readonly requestId: string
  readonly services: Services
  readonly #parts: ContextParts
  #log: Logger | undefined

  constructor(parts: ContextParts) {
    this.#parts = parts
    this.actor = parts.actor
    this.requestId = parts.requestId
    this.services = parts.services
  }

  /** Made when first used: most requests say nothing of their own. */
  get log(): Logger {
    this.#log ??= this.#parts.log.child({ requestId: this.requestId })
    return this.#log
  }

  abstract readonly db: Database
  abstract readonly replica: Database
  abstract beforeCommit(work: () => Promise<void>): Promise<void>
  abstract afterCommit(effect: () => void): void
  abstract as(actor: Actor): Context

  protected partsAs(actor: Actor): ContextParts {
    return { ...this.#parts, actor }
  }

  get providers() {
    return this.services.providers
  }

  get newId() {
    return this.services.newId
  }

  now() {
    return this.services.clock.now()
  }
}

class RootContext extends BaseContext {
  readonly #primary: PooledDatabase
  readonly #replica: Database

  constructor(parts: ContextParts, primary: PooledDatabase, replica: Database) {
    super(parts)
    this.#primary = primary
    this.#replica = replica
  }

  get db(): Database {
    refuseInsideTransaction()
    return this.#primary
  }

  get replica(): Database {
    refuseInsideTransaction()
    return this.#replica
  }

  beforeCommit(work: () => Promise<void>): Promise<void> {
    return work()
  }

  afterCommit(effect: () => void): void {
    effect()
  }

  as(actor: Actor): Context {
    return new RootContext(this.partsAs(actor), this.#primary, this.#replica)
  }

  /** Only inTransaction calls this. */
  async begin<T>(work: (transaction: Database) => Promise<T>): Promise<T> {
    refuseInsideTransaction()
    // Drizzle on a pool never gives back the connection of a transaction whose BEGIN failed.
    const connection = await this.#primary.$client.connect()
    try {
      return await drizzle(connection).transaction((transaction) => work(transaction))
    } finally {
      connection.release()
    }
  }
}

class TransactionContext extends BaseContext {
  readonly db: Database
  readonly #running: RunningTransaction

  constructor(parts: ContextParts, transaction: Database, state: RunningTransaction) {
    super(parts)
    this.db = transaction
    this.#running = state
  }

  get replica(): Database {
    return this.db
  }

  async beforeCommit(work: () => Promise<void>): Promise<void> {
    this.#running.lastWork.push(work)
  }

  afterCommit(effect: () => void): void {
    this.#running.effects.push(effect)
  }

  as(actor: Actor): Context {
    return new TransactionContext(this.partsAs(actor), this.db, this.#running)
  }
}

function refuseInsideTransaction(): void {
  // PGlite has one session: a query beside the open transaction would wait for it for ever.
  if (running.getStore())
    throw new Error("The outer database was used inside a transaction; use the inner context.")
}

/**
 * Runs `work` in one transaction with a context that shadows the outer one. Called with a context that
 * already is in a transaction it joins that one. Serialization failures and deadlocks are tried again,
 * so `work` must have no effect outside the database.
 */
export async function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx instanceof TransactionContext) return work(ctx)
  if (!(ctx instanceof RootContext)) throw new Error("This context was not made by a ContextFactory.")
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(ctx, work)
    } catch (error) {
      const code = databaseErrorCode(error)
      const isTransient = code === "40001" || code === "40P01"
      if (!isTransient || attempt === 5) throw error
      ctx.log.info({ code, attempt }, "transaction tried again")
    }
  }
}

async function runOnce<T>(ctx: RootContext, work: (ctx: Context) => Promise<T>): Promise<T> {
  const state: RunningTransaction = { lastWork: [], effects: [] }
  const result = await ctx.begin((transaction) =>
    running.run(state, async () => {
      const result = await work(new TransactionContext(ctx, transaction, state))
      for (const last of state.lastWork) await last()
      return result
    }),
  )
  for (const effect of state.effects) effect()
  return result
}

/** @returns true when the caller runs inside a transaction, in which no provider may be awaited. */
export function isInTransaction(): boolean {
  return running.getStore() !== undefined
}
