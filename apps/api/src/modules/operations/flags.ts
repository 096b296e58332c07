import type { ChangedFlag, ChangeFlag, Flag, FlagList } from "@myhibachi/contract/operations"
import { desc } from "drizzle-orm"
import { drizzle } from "drizzle-orm/node-postgres"
import type { Pool } from "pg"
import { enabledFeatures, FEATURES } from "#app/features.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField, notFound } from "#platform/errors.ts"
import { flagChanges } from "./tables.ts"

type Change = typeof flagChanges.$inferSelect

/** @returns what staff have set, by flag, as `enabledFeatures` reads it; read at boot, before there is a context. */
export async function readFlagSettings(pool: Pool): Promise<Record<string, string>> {
  const rows = await drizzle(pool)
    .selectDistinctOn([flagChanges.flag], { flag: flagChanges.flag, isOn: flagChanges.isOn })
    .from(flagChanges)
    .orderBy(flagChanges.flag, desc(flagChanges.id))
  return Object.fromEntries(rows.map((row) => [row.flag, row.isOn ? "on" : "off"]))
}

/** The flags: what runs now, what the next start will do, and who decided it. */
export async function listFlags(ctx: Context): Promise<FlagList> {
  const newest = await newestChanges(ctx)
  const next = nextFeatures(ctx, newest)
  return { items: FEATURES.map((feature) => describe(ctx, feature, next, newest.get(feature.flag))) }
}

/**
 * Changes a flag from the next start on.
 * @throws AppError "flag-not-found", "flag-requires-others" (409), "invalid-input" when nothing changes.
 */
export async function changeFlag(ctx: Context, key: string, input: ChangeFlag): Promise<ChangedFlag> {
  const feature = FEATURES.find(({ flag }) => flag === key)
  if (!feature) throw notFound("flag", key)
  return inTransaction(ctx, async (ctx) => {
    const before = nextFeatures(ctx, await newestChanges(ctx))
    const changedBy = ctx.actor.kind === "staff" ? ctx.actor.name : "system"
    await ctx.db.insert(flagChanges).values({ flag: key, ...input, changedBy, changedAt: ctx.now() })
    const newest = await newestChanges(ctx)
    const next = nextFeatures(ctx, newest)
    const fromEnvironment = ctx.services.config.flags[key]
    if (fromEnvironment === undefined && before.has(key) === input.isOn) {
      throw invalidField("/isOn", `${feature.title} is ${input.isOn ? "on" : "off"} already.`)
    }
    await audit(ctx, { action: "flag.changed", entity: "flag", entityId: key, details: { ...input } })
    return {
      ...describe(ctx, feature, next, newest.get(key)),
      message: messageFor(key, input.isOn, fromEnvironment),
    }
  })
}

function messageFor(key: string, isOn: boolean, fromEnvironment: string | undefined): string {
  if (fromEnvironment !== undefined) {
    return `Noted, but the environment sets ${key}=${fromEnvironment}; the change counts once that setting is taken away and the system starts again.`
  }
  return `Noted. It is switched ${isOn ? "on" : "off"} at the next start; until then nothing changes.`
}

function nextFeatures(ctx: Context, newest: Map<string, Change>): ReadonlySet<string> {
  const byStaff = Object.fromEntries([...newest].map(([flag, change]) => [flag, change.isOn ? "on" : "off"]))
  try {
    return enabledFeatures({ ...byStaff, ...ctx.services.config.flags })
  } catch (error) {
    const message = error instanceof Error ? error.message : "This combination of flags does not work."
    throw new AppError("conflict", "flag-requires-others", message, {}, { cause: error })
  }
}

async function newestChanges(ctx: Context): Promise<Map<string, Change>> {
  const rows = await ctx.db
    .selectDistinctOn([flagChanges.flag])
    .from(flagChanges)
    .orderBy(flagChanges.flag, desc(flagChanges.id))
  return new Map(rows.map((row) => [row.flag, row]))
}

function describe(
  ctx: Context,
  feature: (typeof FEATURES)[number],
  next: ReadonlySet<string>,
  change: Change | undefined,
): Flag {
  const isFromEnvironment = ctx.services.config.flags[feature.flag] !== undefined
  return {
    key: feature.flag,
    title: feature.title,
    requires: feature.requires,
    isOn: ctx.services.isEnabled(feature.flag),
    isOnNext: next.has(feature.flag),
    source: isFromEnvironment ? "environment" : change ? "staff" : "default",
    changedAt: change?.changedAt.toString() ?? null,
    changedBy: change?.changedBy ?? null,
    reason: change?.reason ?? null,
  }
}
