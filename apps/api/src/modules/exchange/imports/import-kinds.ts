import type { ImportKind, ImportKindList } from "@myhibachi/contract/exchange"
import type { Context } from "#platform/context.ts"
import { writeCsv } from "#platform/documents/csv.ts"
import { holdsAll } from "../require-permission.ts"
import { bookingsImport } from "./bookings-import.ts"
import { customersImport } from "./customers-import.ts"
import type { ImportDefinition } from "./import-kind.ts"
import { timeOffImport } from "./time-off-import.ts"

const definitions: Record<ImportKind, ImportDefinition> = {
  customers: customersImport,
  bookings: bookingsImport,
  time_off: timeOffImport,
}

/** @returns how files of the kind are read and made. */
export function definitionOf(kind: ImportKind): ImportDefinition {
  return definitions[kind]
}

/** @returns the kinds that the caller may import, with their columns. */
export function listImportKinds(ctx: Context): ImportKindList {
  const allowed = Object.values(definitions).filter(({ permissions }) => holdsAll(ctx, permissions))
  return {
    items: allowed.map(({ kind, mostRows, columns }) => ({
      kind,
      mostRows,
      columns: columns.map(({ name, title, isRequired, example }) => ({ name, title, isRequired, example })),
    })),
  }
}

/** @returns an example file of the kind, to be filled in. */
export function writeTemplate(kind: ImportKind): string {
  const { columns } = definitionOf(kind)
  return writeCsv(
    columns.map(({ name }) => name),
    [columns.map(({ example }) => example)],
  )
}
