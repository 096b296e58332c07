import { Redis } from "ioredis"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { z } from "zod"
import { type Application, createApplication } from "#app/app.ts"
import { readConfig } from "#app/config.ts"
import { audit, verifyAudit } from "#platform/audit.ts"
import { inTransaction } from "#platform/database/database.ts"
import { type OpenDatabase, openDatabase } from "#platform/database/open.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { type LiveEvent, liveOverRedis } from "#platform/live.ts"
import { silentLogger } from "#platform/log.ts"
import { TEST_ENVIRONMENT } from "#platform/testing/application.ts"
import {
  createFreshDatabase,
  type FreshDatabase,
  POSTGRES_URL,
  REDIS_URL,
} from "#platform/testing/servers.ts"

const arrived = Promise.withResolvers<string>()
const note = defineJob({
  name: "test.note",
  schema: z.object({ text: z.string() }),
  run: async (_ctx, { text }) => arrived.resolve(text),
})

// More than the workers look for at once; without going on by itself the rest waits for the next look, half a minute.
const BACKLOG = 60
const counted = { jobs: 0, all: Promise.withResolvers<void>() }
const count = defineJob({
  name: "test.count",
  schema: z.object({}),
  run: async () => {
    counted.jobs += 1
    if (counted.jobs === BACKLOG) counted.all.resolve()
  },
})

describe.skipIf(!POSTGRES_URL)("on a real PostgreSQL", () => {
  let fresh: FreshDatabase
  let database: OpenDatabase
  let app: Application

  beforeAll(async () => {
    fresh = await createFreshDatabase(POSTGRES_URL ?? "")
    const config = readConfig({
      ...TEST_ENVIRONMENT,
      DATABASE_URL: fresh.url,
      DATABASE_REPLICA_URLS: fresh.url,
    })
    database = await openDatabase(config, silentLogger)
    app = await createApplication({ config, database, log: silentLogger, hasDocumentation: false })
    app.jobs.define(note as never) // safe: its payload is checked by its schema
    app.jobs.define(count as never) // safe: the same
  })
  afterAll(async () => {
    await app.close()
    await database.close()
    await fresh.drop()
  })

  test("migrations, seeds and the health check work as on the embedded database", async () => {
    const reply = await app.http.inject({ method: "GET", url: "/health/ready" })
    expect(reply.json()).toMatchObject({ status: "ready", database: "postgresql" })
  })

  test("a worker that starts works off what has piled up without waiting between its looks", async () => {
    const ctx = app.context({ kind: "system", name: "test" })
    for (let job = 0; job < BACKLOG; job += 1) await ctx.services.jobs.enqueue(ctx, count, {})
    await app.startWorker()
    await counted.all.promise
  }, 25_000)

  test("a worker picks up a job that committed with its transaction", async () => {
    await inTransaction(app.context({ kind: "system", name: "test" }), (ctx) =>
      ctx.services.jobs.enqueue(ctx, note, { text: "hello" }),
    )
    expect(await arrived.promise).toBe("hello")
  })

  test("audit rows written at once by many connections make one unbroken chain", async () => {
    const write = (index: number) =>
      inTransaction(app.context({ kind: "system", name: "test" }), (ctx) =>
        audit(ctx, { action: "test.wrote", entity: "test", entityId: String(index) }),
      )
    await Promise.all(Array.from({ length: 40 }, (_, index) => write(index)))
    const verification = await verifyAudit(app.context({ kind: "system", name: "test" }))
    expect(verification.brokenAt).toBeNull()
    expect(verification.rows).toBeGreaterThanOrEqual(40)
  })
})

describe.skipIf(!REDIS_URL)("over a real Redis", () => {
  test("a live update published in one process reaches a page of another", async () => {
    const connect = () => new Redis(REDIS_URL ?? "")
    const [here, there] = await Promise.all([liveOverRedis(connect), liveOverRedis(connect)])
    const received = Promise.withResolvers<LiveEvent>()
    there.subscribe(["inbox"], received.resolve)
    here.publish({ topic: "bookings", kind: "changed", id: "bk_1" })
    here.publish({ topic: "inbox", kind: "message", id: "cv_1" })
    expect(await received.promise).toEqual({ topic: "inbox", kind: "message", id: "cv_1" })
    await Promise.all([here.close(), there.close()])
  })
})
