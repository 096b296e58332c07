import type { ImportProblem } from "@myhibachi/contract/exchange"
import { and, asc, eq, sql } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { importRows, imports } from "../tables.ts"
import {
  type ImportDefinition,
  type ImportRowRecord,
  keyOf,
  problemsOf,
  withoutEmpty,
} from "./import-kind.ts"
import { definitionOf } from "./import-kinds.ts"

const PAGE = 500

/** Looks at every row that nobody has looked at; a job that is killed goes on where it was. */
export const checkImportJob = defineJob({
  name: "check-import",
  schema: z.object({ importId: z.string() }),
  run: (ctx, { importId }) => checkImport(ctx, importId),
})

async function checkImport(ctx: Context, importId: string): Promise<void> {
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, importId))
  if (row?.state !== "checking") return
  const definition = definitionOf(row.kind)
  while (await checkPage(ctx, importId, definition));
  await ctx.db
    .update(imports)
    .set({ state: "checked" })
    .where(and(eq(imports.id, importId), eq(imports.state, "checking")))
  ctx.services.live.publish({ topic: "imports", kind: "import", id: importId })
}

interface Judged {
  line: number
  problems: ImportProblem[]
  rowKey: string | null
}

async function checkPage(ctx: Context, importId: string, definition: ImportDefinition): Promise<boolean> {
  const rows = await ctx.db
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), eq(importRows.state, "new")))
    .orderBy(asc(importRows.line))
    .limit(definition.inspect ? 50 : PAGE)
  const judged: Judged[] = []
  for (const row of rows) judged.push({ line: row.line, ...(await judge(ctx, definition, row)) })
  await keepJudgements(ctx, importId, judged)
  ctx.services.live.publish({ topic: "imports", kind: "import", id: importId })
  return rows.length > 0
}

/** One statement a page: a file of fifty thousand rows is looked at in seconds. */
async function keepJudgements(ctx: Context, importId: string, judged: readonly Judged[]): Promise<void> {
  const values = JSON.stringify(
    judged.map(({ line, problems, rowKey }) => ({
      line,
      problems,
      row_key: rowKey,
      state: problems.length > 0 ? "bad" : "ready",
    })),
  )
  await ctx.db.execute(sql`
    update ${importRows} as kept set state = judged.state, problems = judged.problems, row_key = judged.row_key
    from jsonb_to_recordset(${values}::jsonb) as judged(line int, state text, problems jsonb, row_key text)
    where kept.import_id = ${importId} and kept.line = judged.line`)
}

async function judge(ctx: Context, definition: ImportDefinition, row: ImportRowRecord) {
  const { cells } = row
  if (row.progress.surplus) return { rowKey: null, problems: [surplus(row.progress.surplus)] }
  const problems = problemsOf(definition, cells)
  if (problems.length > 0) return { rowKey: null, problems }
  try {
    const known = withoutEmpty(cells)
    const rowKey = keyOf(definition.kind, await definition.identify(ctx, known))
    return { rowKey, problems: (await definition.inspect?.(ctx, known)) ?? [] }
  } catch (error) {
    return { rowKey: null, problems: [problemOf(error, definition)] }
  }
}

function surplus(count: string): ImportProblem {
  return {
    column: "",
    detail: `The row has ${count} more cells than there are headings.`,
    remedy: "Put cells that hold a separator between quotation marks.",
  }
}

/** @returns a refusal of a verb as the row's problem. @throws what is no refusal. */
export function problemOf(error: unknown, definition: ImportDefinition): ImportProblem {
  if (!(error instanceof AppError) || error.kind === "unavailable") throw error
  const pointer = error.extra.errors?.[0]?.pointer ?? ""
  const column = definition.columns.find(({ name }) => pointer.split("/").includes(name))
  return {
    column: column?.name ?? "",
    detail: error.message,
    remedy:
      column?.remedy ??
      "Correct this row, then upload the file again; what is made already is not made twice.",
  }
}
