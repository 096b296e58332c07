import type {
  ExportContent,
  ExportFormat,
  ImportKind,
  ImportProblem,
  ImportRowState,
  ImportState,
} from "@myhibachi/contract/exchange"
import { sql } from "drizzle-orm"
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

export const imports = pgTable(
  "exchange_imports",
  {
    id: text().primaryKey(),
    kind: text().$type<ImportKind>().notNull(),
    fileName: text("file_name").notNull(),
    /** SHA-256 of the file: the same file twice is one import. */
    fileHash: text("file_hash").notNull(),
    separator: text().notNull(),
    state: text().$type<ImportState>().notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    finishedAt: instant("finished_at"),
    /** Who is at its rows, and until when that one counts as alive without another sign. */
    runner: text(),
    runnerUntil: instant("runner_until"),
  },
  (table) => [
    index("exchange_imports_newest").on(table.createdAt, table.id),
    index("exchange_imports_file").on(table.kind, table.fileHash),
  ],
)

export const importRows = pgTable(
  "exchange_import_rows",
  {
    importId: text("import_id")
      .notNull()
      .references(() => imports.id),
    line: integer().notNull(),
    cells: jsonb().$type<Record<string, string>>().notNull(),
    state: text().$type<ImportRowState>().notNull(),
    problems: jsonb().$type<ImportProblem[]>().notNull(),
    /** What makes two rows of any two files the same. */
    rowKey: text("row_key"),
    /** How far the making came, for a row that takes several steps. */
    progress: jsonb().$type<Record<string, string>>().notNull(),
    entityId: text("entity_id"),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.line] }),
    index("exchange_import_rows_state").on(table.importId, table.state, table.line),
    index("exchange_import_rows_key").on(table.rowKey),
    // Two files may hold the same party: at any moment one row of a key is being made.
    uniqueIndex("exchange_import_rows_at_work").on(table.rowKey).where(sql`${table.state} = 'working'`),
  ],
)

export const exportRuns = pgTable(
  "exchange_exports",
  {
    id: text().primaryKey(),
    content: text().$type<ExportContent>().notNull(),
    format: text().$type<ExportFormat>().notNull(),
    state: text().$type<"running" | "stopped" | "done" | "expired">().notNull(),
    rows: integer().notNull(),
    parts: integer().notNull(),
    /** Where the reading goes on after a kill. */
    cursor: text(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    finishedAt: instant("finished_at"),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("exchange_exportRunsnewest").on(table.createdAt, table.id)],
)

export const exportParts = pgTable(
  "exchange_export_parts",
  {
    exportId: text("export_id")
      .notNull()
      .references(() => exportRuns.id),
    sequence: integer().notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.exportId, table.sequence] })],
)
