import { and, eq, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { importRows, imports } from "../tables.ts"
import type { ImportRowRecord } from "./import-kind.ts"
import { stateNow } from "./import-runner.ts"

/** Another row that says the same and is being made, or was being made when its import stopped. */
export interface Rival {
  fileName: string
  line: number
  /** False when nobody goes on with it by itself. */
  isAtWork: boolean
}

/** @returns what another row with the same key made, in this file or an earlier one. */
export async function findMadeAlike(ctx: Context, row: ImportRowRecord): Promise<string | null> {
  if (row.rowKey === null) return null
  const [alike] = await ctx.db
    .select({ entityId: importRows.entityId })
    .from(importRows)
    .where(and(eq(importRows.rowKey, row.rowKey), eq(importRows.state, "created"), isAnother(row)))
    .limit(1)
  return alike?.entityId ?? null
}

/** @returns the row that must be through with its making before this one may begin; a unique index allows one a time. */
export async function findRival(ctx: Context, row: ImportRowRecord): Promise<Rival | null> {
  if (row.rowKey === null) return null
  const [rival] = await ctx.db
    .select({ line: importRows.line, import: imports })
    .from(importRows)
    .innerJoin(imports, eq(imports.id, importRows.importId))
    .where(and(eq(importRows.rowKey, row.rowKey), eq(importRows.state, "working"), isAnother(row)))
  if (!rival) return null
  const state = stateNow(rival.import, ctx.now())
  return {
    fileName: rival.import.fileName,
    line: rival.line,
    isAtWork: state === "running" || state === "stopping",
  }
}

function isAnother(row: ImportRowRecord) {
  return sql`(${importRows.importId}, ${importRows.line}) <> (${row.importId}, ${row.line})`
}
