import { and, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { ERASED, type PersonalData, type PersonTrail, searchableWords } from "#platform/personal-data.ts"
import { exportParts, exportRuns, importRows } from "./tables.ts"

/** Lines of files that were brought in, and files that were made to be taken out. */
export const exchangePersonalData: PersonalData = { find: async () => {}, copy: async () => ({}), erase }

async function erase(ctx: Context, trail: PersonTrail): Promise<void> {
  const rows = await ctx.db
    .select()
    .from(importRows)
    .where(
      or(inArray(importRows.entityId, [...trail.ids]), ...mentions(sql`${importRows.cells}::text`, trail)),
    )
  for (const { importId, line, cells } of rows) {
    const nobody = Object.fromEntries(Object.keys(cells).map((column) => [column, ERASED]))
    await ctx.db
      .update(importRows)
      .set({ cells: nobody, problems: [], rowKey: null })
      .where(and(eq(importRows.importId, importId), eq(importRows.line, line)))
  }
  const named = await ctx.db
    .selectDistinct({ id: exportParts.exportId })
    .from(exportParts)
    .where(or(...mentions(exportParts.text, trail), sql`false`))
  const ids = named.map(({ id }) => id)
  // A file without one person is another file; whoever needs it makes it anew.
  await ctx.db.delete(exportParts).where(inArray(exportParts.exportId, ids))
  await ctx.db
    .update(exportRuns)
    .set({ state: "expired" })
    .where(and(inArray(exportRuns.id, ids), isNotNull(exportRuns.finishedAt)))
}

function mentions(text: SQL | typeof exportParts.text, trail: PersonTrail): SQL[] {
  return searchableWords(trail).map((word) => sql`strpos(lower(${text}), ${word.toLowerCase()}) > 0`)
}
