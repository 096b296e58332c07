import { stringify } from "csv-stringify/sync"

export type CsvValue = string | number | boolean | null

const BYTE_ORDER_MARK = "\ufeff"
// What spreadsheets take for the beginning of a formula.
const FORMULA = /^[=+\-@\t\r]/
const PLAIN_NUMBER = /^[+-]?\d[\d,]*(\.\d+)?$/
const PHONE = /^\+\d{7,15}$/

/** @returns the cell as text that no spreadsheet runs: what looks like a formula gets an apostrophe in front. */
export function safeCell(value: CsvValue): string {
  if (value === null) return ""
  if (typeof value !== "string") return String(value)
  const isHarmless = PLAIN_NUMBER.test(value) || PHONE.test(value)
  return FORMULA.test(value.trimStart()) && !isHarmless ? `'${value}` : value
}

/** @returns lines of a table, RFC 4180, without headings. */
export function csvLines(rows: readonly (readonly CsvValue[])[]): string {
  return stringify(
    rows.map((row) => row.map(safeCell)),
    { record_delimiter: "\r\n" },
  )
}

/** @returns a whole table that spreadsheets open as UTF-8. */
export function writeCsv(headings: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return BYTE_ORDER_MARK + csvLines([headings, ...rows])
}
