import type { Import, UploadQuery } from "@myhibachi/contract/exchange"
import { and, eq, ne } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { invalidField } from "#platform/errors.ts"
import { requireAll } from "../require-permission.ts"
import { importRows, imports } from "../tables.ts"
import { checkImportJob } from "./check-import.ts"
import { readImport } from "./find-imports.ts"
import type { ImportDefinition } from "./import-kind.ts"
import { definitionOf } from "./import-kinds.ts"
import { type CsvFile, readCsv } from "./read-csv.ts"

export const MOST_BYTES = 30 * 1024 * 1024
const PAGE = 1000

/**
 * Takes a file in and has its rows looked at; nothing else is made. A file that is here already is that import.
 * @throws AppError "permission-missing", "file-empty", "file-broken", "file-too-large", "column-missing", "column-unknown",
 * "too-many-rows".
 */
export async function uploadImport(
  ctx: Context,
  input: UploadQuery & { source: AsyncIterable<Buffer> },
): Promise<Import> {
  const definition = definitionOf(input.kind)
  requireAll(ctx, definition.permissions)
  const file = await readCsv(input.source, MOST_BYTES)
  const names = nameColumns(definition, file.headings)
  const id = ctx.newId("imp")
  await ctx.db.insert(imports).values({
    id,
    kind: input.kind,
    fileName: input.fileName,
    fileHash: "",
    separator: file.separator,
    state: "reading",
    createdAt: ctx.now(),
    createdBy: ctx.actor.kind === "staff" ? ctx.actor.name : actorName(ctx.actor),
  })
  try {
    // No transaction is held open while a file comes in: its sender may be slow.
    const rows = await keepRows(ctx, id, definition, names, file)
    const earlier = await findSameFile(ctx, input.kind, file.hash())
    if (earlier) await forgetFile(ctx, id)
    else await beginCheck(ctx, id, { ...input, rows, fileHash: file.hash() })
    return await readImport(ctx, { importId: earlier ?? id })
  } catch (error) {
    await forgetFile(ctx, id)
    throw error
  }
}

interface ReadFile extends UploadQuery {
  rows: number
  fileHash: string
}

async function beginCheck(ctx: Context, importId: string, file: ReadFile): Promise<void> {
  const { kind, fileName, rows, fileHash } = file
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.update(imports).set({ fileHash, state: "checking" }).where(eq(imports.id, importId))
    await ctx.services.jobs.enqueue(ctx, checkImportJob, { importId })
    const details = { kind, fileName, rows }
    await audit(ctx, { action: "import.uploaded", entity: "import", entityId: importId, details })
  })
}

/** @returns the column that each place of a row belongs to; null for what is not asked for. */
export function nameColumns(definition: ImportDefinition, headings: readonly string[]): (string | null)[] {
  const names = headings.map((heading) => {
    const wanted = heading
      .trim()
      .toLowerCase()
      .replaceAll(/[_\s]+/g, " ")
    const column = definition.columns.find(
      ({ name, otherNames }) => name.replaceAll("_", " ") === wanted || otherNames?.includes(wanted),
    )
    return column?.name ?? null
  })
  const missing = definition.columns.filter(({ name, isRequired }) => isRequired && !names.includes(name))
  if (missing.length > 0) {
    const detail = `The file has no column ${missing.map(({ name }) => name).join(", ")}; its headings are ${headings.join(", ")}. Name the columns as in the example file.`
    throw invalidField("/", detail, "column-missing")
  }
  const twice = names.find((name, index) => name !== null && names.indexOf(name) !== index)
  if (twice) throw invalidField("/", `The column ${twice} is there twice; take one away.`, "column-twice")
  return names
}

async function keepRows(
  ctx: Context,
  importId: string,
  { mostRows }: ImportDefinition,
  names: readonly (string | null)[],
  file: CsvFile,
): Promise<number> {
  let rows = 0
  let page: (typeof importRows.$inferInsert)[] = []
  const flush = async () => {
    if (page.length > 0) await ctx.db.insert(importRows).values(page)
    page = []
  }
  for await (const { line, cells } of file.rows) {
    rows += 1
    if (rows > mostRows)
      throw invalidField("/", `The file has more than ${mostRows} rows; part it in two.`, "too-many-rows")
    const named = names.flatMap((name, place) =>
      name === null ? [] : [[name, cellText(cells[place])] as const],
    )
    page.push({
      importId,
      line,
      cells: Object.fromEntries(named),
      state: "new",
      problems: [],
      progress: cells.length > names.length ? { surplus: String(cells.length - names.length) } : {},
    })
    if (page.length >= PAGE) await flush()
  }
  await flush()
  if (rows === 0) throw invalidField("/", "There is no row under the headings.", "file-empty")
  return rows
}

/** Our own exports put an apostrophe before what looks like a formula; it is not part of the value. */
function cellText(cell = ""): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell.replaceAll("\u0000", "")
}

async function findSameFile(ctx: Context, kind: UploadQuery["kind"], fileHash: string) {
  const [row] = await ctx.db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.kind, kind), eq(imports.fileHash, fileHash), ne(imports.state, "undone")))
    .limit(1)
  return row?.id
}

/** Forgets a file that was never looked at. */
export async function forgetFile(ctx: Context, importId: string): Promise<void> {
  await ctx.db.delete(importRows).where(eq(importRows.importId, importId))
  await ctx.db.delete(imports).where(eq(imports.id, importId))
}
