import { z } from "zod"
import { InstantText } from "./time.ts"

export const ImportKind = z.enum(["customers", "bookings", "time_off"])
export type ImportKind = z.infer<typeof ImportKind>

/**
 * Coming in, looked at row by row, ready to be committed, at work, told to halt behind the row that is being made,
 * halted, over, taken back.
 */
export const ImportState = z.enum([
  "reading",
  "checking",
  "checked",
  "running",
  "stopping",
  "stopped",
  "done",
  "undoing",
  "undone",
])
export type ImportState = z.infer<typeof ImportState>

export const ImportRowState = z.enum([
  "new",
  "ready",
  "bad",
  "working",
  "created",
  "existing",
  "refused",
  "removed",
])
export type ImportRowState = z.infer<typeof ImportRowState>

export const ImportColumn = z.object({
  name: z.string(),
  title: z.string(),
  isRequired: z.boolean(),
  example: z.string(),
})
export type ImportColumn = z.infer<typeof ImportColumn>

export const Import = z.object({
  id: z.string(),
  kind: ImportKind,
  fileName: z.string(),
  state: ImportState,
  /** `,`, `;`, tab or `|`, as the file has it. */
  separator: z.string(),
  /** How many rows stand in each state. */
  counts: z.record(ImportRowState, z.int()),
  rows: z.int(),
  createdAt: InstantText,
  createdBy: z.string(),
  finishedAt: InstantText.nullable(),
})
export type Import = z.infer<typeof Import>

export const ImportPage = z.object({ items: z.array(Import), nextCursor: z.string().nullable() })
export type ImportPage = z.infer<typeof ImportPage>

export const ImportProblem = z.object({
  /** The column's name; empty when the row as a whole is meant. */
  column: z.string(),
  detail: z.string(),
  remedy: z.string(),
})
export type ImportProblem = z.infer<typeof ImportProblem>

export const ImportRow = z.object({
  /** Where the row begins in the file; the headings are line 1. */
  line: z.int(),
  state: ImportRowState,
  cells: z.record(z.string(), z.string()),
  problems: z.array(ImportProblem),
  entityId: z.string().nullable(),
})
export type ImportRow = z.infer<typeof ImportRow>
export const ImportRowPage = z.object({ items: z.array(ImportRow), nextCursor: z.string().nullable() })
export type ImportRowPage = z.infer<typeof ImportRowPage>

export const UploadQuery = z.object({
  kind: ImportKind,
  fileName: z.string().trim().min(1).max(200).default("import.csv"),
})
export type UploadQuery = z.infer<typeof UploadQuery>

export const ImportKindList = z.object({
  items: z.array(z.object({ kind: ImportKind, mostRows: z.int(), columns: z.array(ImportColumn) })),
})
export type ImportKindList = z.infer<typeof ImportKindList>

export const ExportContent = z.enum(["customers", "bookings", "payments", "ledger"])
export type ExportContent = z.infer<typeof ExportContent>
export const ExportFormat = z.enum(["csv", "json"])
export type ExportFormat = z.infer<typeof ExportFormat>

export const CreateExport = z.object({ content: ExportContent, format: ExportFormat })
export type CreateExport = z.infer<typeof CreateExport>

export const Export = z.object({
  id: z.string(),
  content: ExportContent,
  format: ExportFormat,
  state: z.enum(["running", "stopped", "done", "expired"]),
  rows: z.int(),
  createdAt: InstantText,
  createdBy: z.string(),
  finishedAt: InstantText.nullable(),
  /** Until when the file can be fetched. */
  expiresAt: InstantText,
})
export type Export = z.infer<typeof Export>
export const ExportPage = z.object({ items: z.array(Export), nextCursor: z.string().nullable() })
export type ExportPage = z.infer<typeof ExportPage>
export const ExportContentList = z.object({ items: z.array(ExportContent) })
export type ExportContentList = z.infer<typeof ExportContentList>
