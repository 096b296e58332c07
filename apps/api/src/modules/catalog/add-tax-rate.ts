import { CreateTaxRate, type TaxRate } from "@myhibachi/contract/tax"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, databaseErrorCode, invalidField } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { announceCatalogChange } from "./published-catalog.ts"
import { taxRates } from "./tables.ts"

/**
 * Adds a dated rate for each of the line classes. The past stays as it was, and so does what was priced.
 * @throws AppError "valid-from-past", "tax-rate-exists" (409).
 */
export async function addTaxRate(ctx: Context, input: CreateTaxRate): Promise<{ items: TaxRate[] }> {
  const { lineClasses, validFrom, ...rate } = CreateTaxRate.parse(input)
  const from = Temporal.Instant.from(validFrom)
  if (Temporal.Instant.compare(from, ctx.now()) < 0) {
    const detail = "A rate cannot change the past; take now or later."
    throw invalidField("/validFrom", detail, "valid-from-past")
  }
  const rows = [...new Set(lineClasses)].map((lineClass) => {
    return { ...rate, id: ctx.newId("tax"), lineClass, validFrom: from }
  })
  try {
    await inTransaction(ctx, async (ctx) => {
      await ctx.db.insert(taxRates).values(rows)
      const entityId = rows[0]?.id ?? ""
      announceCatalogChange(ctx, entityId)
      const details = { ...rate, lineClasses, validFrom }
      await audit(ctx, { action: "tax-rate.added", entity: "tax-rate", entityId, details })
    })
  } catch (error) {
    if (databaseErrorCode(error) !== "23505") throw error
    const detail = "There is a rate for this place, kind of line and date already; take another date."
    const errors = [{ pointer: "/validFrom", detail }]
    throw new AppError("conflict", "tax-rate-exists", detail, { errors }, { cause: error })
  }
  return { items: rows.map((row) => ({ ...row, validFrom, validTo: null })) }
}
