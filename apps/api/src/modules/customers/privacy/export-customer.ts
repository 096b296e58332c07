import type { PrivacyExport } from "@myhibachi/contract/privacy"
import { desc, eq, lt } from "drizzle-orm"
import { z } from "zod"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { followTrail } from "#platform/personal-data.ts"
import { Temporal } from "#platform/time.ts"
import { isPerson, readFamily } from "../family.ts"
import { lockCustomer, requireCustomer } from "../require-customer.ts"
import { addTimelineEntry } from "../timeline.ts"
import { privacyExports } from "./tables.ts"

type ExportRow = typeof privacyExports.$inferSelect

const LINK_HOURS = 7 * 24

/** Collects the copy, module by module, and says how far it is. */
export const collectCopy = defineJob({
  name: "customers.collect-copy",
  schema: z.object({ exportId: z.string() }),
  run: async (ctx, { exportId }) => {
    const row = await requireExport(ctx, exportId)
    if (row.status === "ready") return
    const trail = await followTrail(ctx, await readFamily(ctx, row.customerId))
    const document: Record<string, object[]> = {}
    for (const [index, data] of ctx.services.personalData.entries()) {
      Object.assign(document, await data.copy(ctx, trail))
      await change(ctx, exportId, { status: "running", stepsDone: index + 1 })
    }
    const expiresAt = ctx.now().add({ hours: LINK_HOURS })
    await change(ctx, exportId, { status: "ready", document, expiresAt })
  },
})

/** Lets go of copies whose link has expired. */
export const dropExpiredCopies = {
  job: defineJob({
    name: "customers.drop-expired-copies",
    schema: z.object({}).strict(),
    run: async (ctx) => {
      await ctx.db
        .update(privacyExports)
        .set({ document: null, status: "expired" })
        .where(lt(privacyExports.expiresAt, ctx.now()))
    },
  }),
  cron: "20 * * * *",
  timeZone: "UTC",
}

/** Asks for the copy of all that is kept about a person. @throws AppError "customer-not-found", "customer-erased". */
export async function requestExport(ctx: Context, customerId: string): Promise<PrivacyExport> {
  return inTransaction(ctx, async (ctx) => {
    const { id } = await lockCustomer(ctx, customerId)
    const exportId = ctx.newId("pxp")
    await ctx.db.insert(privacyExports).values({
      id: exportId,
      customerId: id,
      status: "waiting",
      stepsDone: 0,
      steps: ctx.services.personalData.length,
      requestedBy: actorName(ctx.actor),
      requestedAt: ctx.now(),
    })
    await ctx.services.jobs.enqueue(ctx, collectCopy, { exportId })
    await addTimelineEntry(ctx, { customerId: id, kind: "privacy", title: "Copy of all data requested" })
    await audit(ctx, {
      action: "customer.copy-requested",
      entity: "customer",
      entityId: id,
      details: { exportId },
    })
    return present(ctx, await requireExport(ctx, exportId))
  })
}

/** @returns the copies that were asked for, the newest first. @throws AppError "customer-not-found". */
export async function findExports(ctx: Context, customerId: string): Promise<{ items: PrivacyExport[] }> {
  await requireCustomer(ctx, customerId)
  const rows = await ctx.db
    .select()
    .from(privacyExports)
    .where(isPerson(privacyExports.customerId, customerId))
    .orderBy(desc(privacyExports.requestedAt))
    .limit(20)
  return { items: rows.map((row) => present(ctx, row)) }
}

/** @returns the copy behind a link. @throws AppError "export-expired" (410), "privacy-export-not-found". */
export async function openExport(
  ctx: Context,
  exportId: string,
): Promise<{ madeAt: string; document: Record<string, object[]> }> {
  const row = await requireExport(ctx, exportId)
  if (!row.document || !row.expiresAt || isOver(ctx, row.expiresAt)) {
    throw new AppError("gone", "export-expired", "This link has expired; ask us for a new copy.")
  }
  return { madeAt: row.requestedAt.toString(), document: row.document }
}

async function requireExport(ctx: Context, id: string): Promise<ExportRow> {
  const [row] = await ctx.db.select().from(privacyExports).where(eq(privacyExports.id, id))
  if (!row) throw notFound("privacy-export", id)
  return row
}

async function change(ctx: Context, id: string, changes: Partial<ExportRow>): Promise<void> {
  await ctx.db.update(privacyExports).set(changes).where(eq(privacyExports.id, id))
}

function isOver(ctx: Context, expiresAt: Temporal.Instant): boolean {
  return Temporal.Instant.compare(expiresAt, ctx.now()) <= 0
}

function present(ctx: Context, row: ExportRow): PrivacyExport {
  const isOpen = row.status === "ready" && row.expiresAt !== null && !isOver(ctx, row.expiresAt)
  return {
    id: row.id,
    status: row.status === "ready" && !isOpen ? "expired" : row.status,
    stepsDone: row.stepsDone,
    steps: row.steps,
    requestedAt: row.requestedAt.toString(),
    expiresAt: row.expiresAt?.toString() ?? null,
    token: isOpen ? signLink(ctx.services.config.MYHIBACHI_SECRET, "privacy-export", row.id) : null,
  }
}
