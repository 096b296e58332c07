import type { EraseCustomer, ErasedCustomer, ErasurePreview } from "@myhibachi/contract/privacy"
import { audit, eraseAuditDetails } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { allowErasing, followTrail, type PersonTrail, searchableWords } from "#platform/personal-data.ts"
import { readFamily } from "../family.ts"
import { lockCustomer, requireCustomer } from "../require-customer.ts"

/** @returns whether the person can be erased, and why not. @throws AppError "customer-not-found". */
export async function previewErasure(ctx: Context, customerId: string): Promise<ErasurePreview> {
  const { id, name, erasedAt } = await requireCustomer(ctx, customerId)
  if (erasedAt) return { name, obstacles: ["This person's data is erased already."], copy: [] }
  const trail = await followTrail(ctx, await readFamily(ctx, id))
  return { name, obstacles: await findObstacles(ctx, trail), copy: await countCopies(ctx, trail) }
}

/**
 * Takes out of every module whatever names the person. Bookings' figures, invoices and the ledger stay, as the
 * law of books wants; the audit chain stays sound. There is no way back.
 * @throws AppError "customer-not-found", "customer-erased" (410), "name-differs" (400), "erasure-refused" (409) with the reasons.
 */
export async function eraseCustomer(
  ctx: Context,
  input: EraseCustomer & { customerId: string },
): Promise<ErasedCustomer> {
  return inTransaction(ctx, async (ctx) => {
    const row = await lockCustomer(ctx, input.customerId)
    if (input.name.trim() !== row.name)
      throw invalidField("/name", `Write the name exactly as it stands: ${row.name}`, "name-differs")
    const trail = await followTrail(ctx, await readFamily(ctx, row.id))
    const reasons = await findObstacles(ctx, trail)
    if (reasons.length > 0) {
      const message = `This person cannot be erased yet. ${reasons.join(" ")}`
      throw new AppError("conflict", "erasure-refused", message, { reasons })
    }
    await allowErasing(ctx)
    for (const data of ctx.services.personalData) await data.erase(ctx, trail)
    const auditRows = await eraseAuditDetails(ctx, [...trail.ids], searchableWords(trail))
    await audit(ctx, {
      action: "customer.erased",
      entity: "customer",
      entityId: row.id,
      details: { ground: input.ground, people: trail.customerIds.length, auditRows },
    })
    return { customerId: row.id, erasedAt: ctx.now().toString(), auditRows }
  })
}

async function findObstacles(ctx: Context, trail: PersonTrail): Promise<string[]> {
  const found: string[] = []
  for (const { obstacles } of ctx.services.personalData)
    found.push(...((await obstacles?.(ctx, trail)) ?? []))
  return found
}

async function countCopies(ctx: Context, trail: PersonTrail): Promise<ErasurePreview["copy"]> {
  const counts: ErasurePreview["copy"] = []
  for (const data of ctx.services.personalData) {
    const sections = Object.entries(await data.copy(ctx, trail))
    counts.push(...sections.map(([title, records]) => ({ title, count: records.length })))
  }
  return counts.filter(({ count }) => count > 0)
}
