import {
  type Import,
  ImportKind,
  type ImportPage,
  type ImportRow,
  type ImportRowPage,
  ImportRowState,
} from "@myhibachi/contract/exchange"
import { and, asc, desc, eq, gt, inArray, ne, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { csvLines, writeCsv } from "#platform/documents/csv.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { holdsAll } from "../require-permission.ts"
import { importRows, imports } from "../tables.ts"
import { definitionOf } from "./import-kinds.ts"
import { stateNow } from "./import-runner.ts"

type ImportRecord = typeof imports.$inferSelect

const mayWorkWith = (ctx: Context, kind: ImportKind) => holdsAll(ctx, definitionOf(kind).permissions)

/** @returns the import's record. @throws AppError "import-not-found", also for a kind that is not the caller's. */
export async function requireImport(ctx: Context, importId: string): Promise<ImportRecord> {
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, importId))
  if (!row || !mayWorkWith(ctx, row.kind)) throw notFound("import", importId)
  return row
}

/** @returns the imports of the kinds that are the caller's, the newest first. @throws AppError "invalid-cursor". */
export async function findImports(
  ctx: Context,
  query: { cursor?: string | undefined; limit: number },
): Promise<ImportPage> {
  const after = query.cursor ? decodeCursor(query.cursor, 2) : null
  const kinds = ImportKind.options.filter((kind) => mayWorkWith(ctx, kind))
  const rows = await ctx.db
    .select()
    .from(imports)
    .where(
      and(
        inArray(imports.kind, kinds),
        ne(imports.state, "reading"),
        after
          ? sql`(${imports.createdAt}, ${imports.id}) < (${String(after[0])}::timestamptz, ${String(after[1])})`
          : undefined,
      ),
    )
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(query.limit + 1)
  const counts = await countRows(
    ctx,
    rows.map(({ id }) => id),
  )
  return toPage(
    rows,
    query.limit,
    (row) => [row.createdAt.toString(), row.id],
    (row) => present(ctx, row, counts.get(row.id)),
  )
}

/** @returns an import with how far it is. @throws AppError "import-not-found". */
export async function readImport(ctx: Context, input: { importId: string }): Promise<Import> {
  const row = await requireImport(ctx, input.importId)
  return present(ctx, row, (await countRows(ctx, [row.id])).get(row.id))
}

type Counts = Partial<Record<ImportRowState, number>>

async function countRows(ctx: Context, importIds: string[]): Promise<Map<string, Counts>> {
  if (importIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ importId: importRows.importId, state: importRows.state, count: sql<number>`count(*)::int` })
    .from(importRows)
    .where(inArray(importRows.importId, importIds))
    .groupBy(importRows.importId, importRows.state)
  const counts = new Map<string, Counts>()
  for (const { importId, state, count } of rows)
    counts.set(importId, { ...counts.get(importId), [state]: count })
  return counts
}

function present(ctx: Context, row: ImportRecord, found: Counts = {}): Import {
  const counts = Object.fromEntries(ImportRowState.options.map((state) => [state, found[state] ?? 0]))
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.fileName,
    state: stateNow(row, ctx.now()),
    separator: row.separator,
    counts: counts as Import["counts"], // safe: made of the very states
    rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
    createdAt: row.createdAt.toString(),
    createdBy: row.createdBy,
    finishedAt: row.finishedAt?.toString() ?? null,
  }
}

export interface FindImportRows {
  importId: string
  state?: ImportRowState | undefined
  /** Only rows with something to mend. */
  hasProblems?: boolean | undefined
  cursor?: string | undefined
  limit: number
}

/** @returns the rows of a file in their order. @throws AppError "import-not-found", "invalid-cursor". */
export async function findImportRows(ctx: Context, query: FindImportRows): Promise<ImportRowPage> {
  await requireImport(ctx, query.importId)
  const [after] = query.cursor ? decodeCursor(query.cursor, 1) : []
  const rows = await ctx.db
    .select()
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, query.importId),
        query.state ? eq(importRows.state, query.state) : undefined,
        query.hasProblems ? sql`${importRows.problems} <> '[]'::jsonb` : undefined,
        after === undefined ? undefined : gt(importRows.line, Number(after)),
      ),
    )
    .orderBy(asc(importRows.line))
    .limit(query.limit + 1)
  return toPage(
    rows,
    query.limit,
    ({ line }) => [line],
    ({ line, state, cells, problems, entityId }): ImportRow => ({ line, state, cells, problems, entityId }),
  )
}

const PAGE = 500

/** @returns what is to be mended, as CSV in pieces: the row's line, column, what is wrong, what to do, and the cells. */
export async function* writeProblems(ctx: Context, input: { importId: string }): AsyncGenerator<string> {
  const { kind } = await requireImport(ctx, input.importId)
  const names = definitionOf(kind).columns.map(({ name }) => name)
  yield writeCsv(["line", "column", "what is wrong", "what to do", ...names], [])
  let cursor: string | undefined
  do {
    const page = await findImportRows(ctx, { ...input, hasProblems: true, cursor, limit: PAGE })
    yield csvLines(
      page.items.flatMap(({ line, problems, cells }) =>
        problems.map(({ column, detail, remedy }) => [
          line,
          column,
          detail,
          remedy,
          ...names.map((name) => cells[name] ?? ""),
        ]),
      ),
    )
    cursor = page.nextCursor ?? undefined
  } while (cursor)
}
