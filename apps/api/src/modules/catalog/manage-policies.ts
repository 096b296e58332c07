import { createHash } from "node:crypto"
import type { PolicyKey, PolicyText } from "@myhibachi/contract/catalog"
import type { PublishPolicy } from "@myhibachi/contract/publishing"
import { asc, desc, eq, max } from "drizzle-orm"
import { ZodError } from "zod"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField, notFound } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { parseParameters } from "./current-catalog.ts"
import { announceCatalogChange, presentPolicy } from "./published-catalog.ts"
import { policies } from "./tables.ts"

/** @returns every version of every policy, the newest first. */
export async function listPolicies(ctx: Context): Promise<PolicyText[]> {
  const rows = await ctx.replica.select().from(policies).orderBy(asc(policies.key), desc(policies.version))
  return rows.map(presentPolicy)
}

/** @returns one version, in force or not. @throws AppError "policy-not-found". */
export async function readPolicy(ctx: Context, id: string): Promise<PolicyText> {
  const [row] = await ctx.replica.select().from(policies).where(eq(policies.id, id))
  if (!row) throw notFound("policy", id)
  return presentPolicy(row)
}

/**
 * Publishes the next version.
 * @throws AppError "parameters-invalid" when the policy's parameters do not fit, "effective-from-past",
 * "policy-changed" (409) when somebody has published another version since.
 */
export async function publishPolicy(
  ctx: Context,
  input: PublishPolicy & { key: PolicyKey },
): Promise<PolicyText> {
  const parameters = checkParameters(input.key, input.parameters)
  const effectiveFrom = input.effectiveFrom ? Temporal.Instant.from(input.effectiveFrom) : ctx.now()
  if (Temporal.Instant.compare(effectiveFrom, ctx.now()) < 0) {
    const detail = "A rule cannot change the past; take now or later."
    throw invalidField("/effectiveFrom", detail, "effective-from-past")
  }
  return inTransaction(ctx, async (ctx) => {
    const [highest] = await ctx.db
      .select({ version: max(policies.version) })
      .from(policies)
      .where(eq(policies.key, input.key))
    const newest = highest?.version ?? 0
    refuseStale(input.replacesVersion, newest)
    const [row] = await ctx.db
      .insert(policies)
      .values({
        id: ctx.newId("pol"),
        key: input.key,
        version: newest + 1,
        title: input.title,
        text: input.text,
        parameters,
        textHash: createHash("sha256").update(input.text).digest("hex"),
        effectiveFrom,
        publishedAt: ctx.now(),
        publishedBy: actorName(ctx.actor),
      })
      .returning()
    if (!row) throw new Error("The policy was not written.")
    announceCatalogChange(ctx, row.id)
    const details = { key: row.key, version: row.version }
    await audit(ctx, { action: "policy.published", entity: "policy", entityId: row.id, details })
    return presentPolicy(row)
  })
}

function refuseStale(seen: number | undefined, newest: number): void {
  if (seen === undefined || seen === newest) return
  const message = `Version ${newest} of this rule was published in the meantime; look at it and begin again.`
  throw new AppError("conflict", "policy-changed", message, { newestVersion: newest })
}

function checkParameters(key: PolicyKey, parameters: unknown): Record<string, unknown> {
  try {
    return parseParameters(key, parameters) as Record<string, unknown> // safe: every policy's schema is an object
  } catch (cause) {
    if (!(cause instanceof ZodError)) throw cause
    const errors = cause.issues.map((issue) => ({
      pointer: `/parameters/${issue.path.join("/")}`,
      detail: issue.message,
    }))
    throw new AppError(
      "invalid",
      "parameters-invalid",
      "The parameters do not fit this policy.",
      { errors },
      { cause },
    )
  }
}
