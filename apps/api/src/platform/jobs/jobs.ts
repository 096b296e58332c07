import { sql } from "drizzle-orm"
import {
  type ConstructorOptions,
  fromDrizzle,
  type Job,
  type JobInsert,
  type JobResult,
  PgBoss,
} from "pg-boss"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import type { Logger } from "#platform/log.ts"
import type { Temporal } from "#platform/time.ts"
import { idOf, onceEach } from "./job-ids.ts"

/** Work that runs outside the request, at least once: its handler must be idempotent. */
export interface JobDefinition<T = unknown> {
  name: string
  schema: z.ZodType<T>
  /** How often it is tried again before it becomes a dead letter; 5 when absent. */
  retryLimit?: number
  run(ctx: Context, data: T): Promise<void>
}

/** A job that runs by the clock. `cron` has five fields, read in `timeZone`. */
export interface ScheduleDefinition {
  job: JobDefinition<Record<string, never>>
  cron: string
  timeZone: string
}

/** @returns the definition, with its payload type inferred from the schema. */
export function defineJob<T>(definition: JobDefinition<T>): JobDefinition<T> {
  return definition
}

export interface EnqueueOptions {
  startAfter?: Temporal.Instant
  /** Two jobs with the same key are one; the second is dropped for as long as the first is kept. */
  key?: string
}

const QUEUE = "jobs"
const DEAD_QUEUE = "dead-jobs"

// A worker that was killed says nothing: without a sign of life its job goes to another one, after 25 seconds
// at most. The library's own 15 minutes are too long for a customer who has paid.
const HEARTBEAT_SECONDS = 15
const LOOK_FOR_DEAD_SECONDS = 10
const LEAST_BATCH = 2
const FETCHERS = 4

const Envelope = z.object({ job: z.string(), data: z.unknown(), requestId: z.string() })
type Envelope = z.infer<typeof Envelope>

export interface JobsOptions {
  connection: Omit<ConstructorOptions, "schema">
  /** LISTEN/NOTIFY works on PostgreSQL but not through PGlite's socket. */
  canListen: boolean
  log: Logger
}

/** One queue for all jobs on the business database, so that a job commits with the row that asked for it. */
export class Jobs {
  readonly #boss: PgBoss
  readonly #options: JobsOptions
  readonly #definitions = new Map<string, JobDefinition>()
  readonly #schedules: ScheduleDefinition[] = []
  readonly #asked = new WeakMap<object, JobInsert[]>()
  #workerId: string | undefined

  constructor(options: JobsOptions) {
    this.#options = options
    this.#boss = new PgBoss({
      ...options.connection,
      schema: "jobs",
      useListenNotify: options.canListen,
      superviseIntervalSeconds: LOOK_FOR_DEAD_SECONDS,
      monitorIntervalSeconds: LOOK_FOR_DEAD_SECONDS,
    })
    this.#boss.on("error", (error) => options.log.error({ err: error }, "job queue failed"))
  }

  define(definition: JobDefinition): void {
    if (this.#definitions.has(definition.name))
      throw new Error(`The job ${definition.name} is defined twice.`)
    this.#definitions.set(definition.name, definition)
  }

  schedule(schedule: ScheduleDefinition): void {
    this.define(schedule.job as JobDefinition)
    this.#schedules.push(schedule)
  }

  /** Creates the queues; must be called once before anything else. */
  async start(): Promise<void> {
    await this.#boss.start()
    await this.#boss.createQueue(DEAD_QUEUE)
    await this.#boss.createQueue(QUEUE, { deadLetter: DEAD_QUEUE, notify: this.#options.canListen })
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 10_000 })
  }

  /** Puts a job into the caller's transaction, or at once when there is none. */
  async enqueue<T>(
    ctx: Context,
    definition: JobDefinition<T>,
    data: T,
    options: EnqueueOptions = {},
  ): Promise<void> {
    const job: JobInsert = {
      data: { job: definition.name, data, requestId: ctx.requestId } satisfies Envelope,
      retryLimit: definition.retryLimit ?? 5,
      retryDelay: 1,
      retryBackoff: true,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      ...(options.key ? { id: idOf(`${definition.name}:${options.key}`) } : {}),
      ...(options.startAfter ? { startAfter: options.startAfter.toString() } : {}),
    }
    const asked = this.#asked.get(ctx.db)
    if (asked) asked.push(job)
    else await this.#insertLast(ctx, [job])
  }

  /** What a transaction asks for is written by one statement at its end. */
  async #insertLast(ctx: Context, asked: JobInsert[]): Promise<void> {
    const { db } = ctx
    this.#asked.set(db, asked)
    await ctx.beforeCommit(async () => {
      this.#asked.delete(db)
      await this.#boss.insert(QUEUE, onceEach(asked), { db: fromDrizzle(db, sql) })
    })
    ctx.afterCommit(() => this.wake())
  }

  /** Forgets jobs of every state whose data holds one of the marks; those that wait would act on what is gone. */
  async forget(ctx: Context, marks: string[]): Promise<void> {
    const data = sql`lower(data::text || coalesce(output::text, ''))`
    const found = marks.map((mark) => sql`strpos(${data}, ${mark.toLowerCase()}) > 0`)
    if (found.length > 0) await ctx.db.execute(sql`delete from jobs.job where ${sql.join(found, sql` or `)}`)
  }

  /** Starts to work; `contextFor` makes the context of one job. */
  async work(contextFor: (requestId: string) => Context, concurrency: number): Promise<void> {
    const batchSize = Math.max(LEAST_BATCH, Math.round(concurrency / FETCHERS))
    this.#workerId = await this.#boss.work(
      QUEUE,
      {
        // Only a full batch of two or more keeps the worker fetching; with single jobs what has piled up while
        // no worker ran would wait for the next look, one job at a time.
        batchSize,
        localConcurrency: Math.max(1, Math.round(concurrency / batchSize)),
        pollingIntervalSeconds: 0.5,
        burstWhenBatchFull: true,
        perJobResults: true,
      },
      (jobs: Job<Envelope>[]) => Promise.all(jobs.map((job) => this.#report(job, contextFor))),
    )
    for (const schedule of this.#schedules) {
      const envelope: Envelope = {
        job: schedule.job.name,
        data: {},
        requestId: `schedule:${schedule.job.name}`,
      }
      await this.#boss.schedule(QUEUE, schedule.cron, envelope, {
        tz: schedule.timeZone,
        key: schedule.job.name,
        heartbeatSeconds: HEARTBEAT_SECONDS,
      })
    }
  }

  /** Wakes the worker of this process instead of waiting for its next look. */
  wake(): void {
    if (this.#workerId) this.#boss.notifyWorker(this.#workerId)
  }

  /**
   * Runs what is due, and what that puts into the queue, until nothing is left; for tests and evaluations.
   * @returns how many jobs ran. @throws the first failure, when `isStrict`.
   */
  async drain(contextFor: (requestId: string) => Context, isStrict = true): Promise<number> {
    for (let done = 0; ; ) {
      const jobs = await this.#boss.fetch<Envelope>(QUEUE, { batchSize: 20 })
      if (jobs.length === 0) return done
      await this.#settle(jobs, contextFor, isStrict)
      done += jobs.length
    }
  }

  async #report(job: Job<Envelope>, contextFor: (requestId: string) => Context): Promise<JobResult> {
    try {
      await this.#run(job, contextFor)
      return { id: job.id, status: "completed" }
    } catch (error) {
      return { id: job.id, status: "failed", output: { message: String(error) } }
    }
  }

  /** Runs a batch one after the other; those that went well are closed together. */
  async #settle(
    jobs: Job<Envelope>[],
    contextFor: (requestId: string) => Context,
    isStrict: boolean,
  ): Promise<void> {
    const done: string[] = []
    try {
      for (const job of jobs) {
        try {
          await this.#run(job, contextFor)
          done.push(job.id)
        } catch (error) {
          await this.#boss.fail(QUEUE, job.id, { message: String(error) })
          if (isStrict) throw error
        }
      }
    } finally {
      if (done.length > 0) await this.#boss.complete(QUEUE, done)
    }
  }

  async #run(job: Job<Envelope>, contextFor: (requestId: string) => Context): Promise<void> {
    const envelope = Envelope.parse(job.data)
    const definition = this.#definitions.get(envelope.job)
    const ctx = contextFor(envelope.requestId)
    if (!definition) {
      ctx.log.warn({ job: envelope.job }, "job of a capability that is off was dropped")
      return
    }
    try {
      await definition.run(ctx, definition.schema.parse(envelope.data))
      ctx.log.debug({ job: envelope.job, jobId: job.id }, "job done")
    } catch (error) {
      ctx.log.error({ job: envelope.job, jobId: job.id, err: error }, "job failed")
      throw error
    }
  }

  /** @returns counts by state, for metrics and the admin. */
  async counts(): Promise<{ queued: number; active: number; dead: number }> {
    const queues = await this.#boss.getQueues([QUEUE, DEAD_QUEUE])
    const main = queues.find((queue) => queue.name === QUEUE)
    const dead = queues.find((queue) => queue.name === DEAD_QUEUE)
    return { queued: main?.queuedCount ?? 0, active: main?.activeCount ?? 0, dead: dead?.queuedCount ?? 0 }
  }
}
