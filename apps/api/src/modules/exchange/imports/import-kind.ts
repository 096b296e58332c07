import { createHash } from "node:crypto"
import type { ImportColumn, ImportKind, ImportProblem } from "@myhibachi/contract/exchange"
import type { z } from "zod"
import type { Context } from "#platform/context.ts"
import type { importRows } from "../tables.ts"

export type ImportRowRecord = typeof importRows.$inferSelect

export interface Column extends ImportColumn {
  /** Other headings that mean the same, in lower case. */
  otherNames?: readonly string[]
  /** What to do about a cell that is wrong. */
  remedy: string
}

export interface CommittedRow {
  state: "created" | "existing"
  entityId: string
}

export interface CommitRow {
  row: ImportRowRecord
  cells: Record<string, string>
  /** Keeps how far a row of several steps came. @throws RunnerReplaced when another runner is at the row. */
  remember(ctx: Context, progress: Record<string, string>): Promise<void>
}

/** One kind of file: its columns, what a good row is, and the verbs that make it. */
export interface ImportDefinition {
  kind: ImportKind
  permissions: readonly string[]
  mostRows: number
  columns: readonly Column[]
  schema: z.ZodType
  /** Rows whose verbs ask nobody outside are made together in one transaction. */
  isOneTransaction: boolean
  /** @returns the parts of the row that make it the same row in another file. */
  identify(ctx: Context, cells: Record<string, string>): Promise<string[]>
  /** @returns what is wrong beyond the shape of the cells; it makes nothing. */
  inspect?(ctx: Context, cells: Record<string, string>): Promise<ImportProblem[]>
  /** Makes the row by the same verbs as people. @throws AppError that refuses this row. */
  commit(ctx: Context, input: CommitRow): Promise<CommittedRow>
  /** Takes back what the row made. @returns why that cannot be, or null. */
  takeBack?(ctx: Context, entityId: string): Promise<string | null>
}

/** @returns a short key of a row's identity. */
export function keyOf(kind: ImportKind, parts: readonly string[]): string {
  const text = JSON.stringify([kind, ...parts.map((part) => part.trim().toLowerCase())])
  return createHash("sha256").update(text).digest("hex").slice(0, 40)
}

/** @returns what is wrong with the cells by themselves. */
export function problemsOf(definition: ImportDefinition, cells: Record<string, string>): ImportProblem[] {
  const problems = definition.columns.flatMap((column): ImportProblem[] => {
    const cell = cells[column.name] ?? ""
    if (cell.includes("\ufffd"))
      return [
        {
          column: column.name,
          detail: "This cell has characters that are not UTF-8.",
          remedy: "Save the file as “CSV UTF-8” and upload it again.",
        },
      ]
    if (column.isRequired && cell === "")
      return [{ column: column.name, detail: `${column.title} is empty.`, remedy: column.remedy }]
    return []
  })
  if (problems.length > 0) return problems
  const parsed = definition.schema.safeParse(withoutEmpty(cells))
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => {
    const column = definition.columns.find(({ name }) => name === String(issue.path[0] ?? ""))
    return {
      column: column?.name ?? "",
      detail: issue.message,
      remedy: column?.remedy ?? "Correct the row and upload the file again.",
    }
  })
}

/** @returns the cells that say something. */
export function withoutEmpty(cells: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ""))
}
