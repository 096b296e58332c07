import type { NamedAccount } from "@myhibachi/contract/bookkeeping"
import type { Journal } from "#modules/payments/index.ts"
import { csvLines } from "#platform/documents/csv.ts"
import type { Temporal } from "#platform/time.ts"

/** A journal with the day that it belongs to at the business's own clock. */
export type DatedJournal = Journal & { date: Temporal.PlainDate }

/** Writes the books in one program's words. */
export interface JournalWriter {
  /** What the file's name ends with. */
  extension: string
  type: string
  encoding: "utf8" | "latin1"
  /** The most lines that the program takes in one file. */
  mostLines: number
  head: string
  write(journal: DatedJournal, named: (account: string) => NamedAccount): string
}

const dollars = (cents: number) => (cents / 100).toFixed(2)
const twoDigits = (number: number) => String(number).padStart(2, "0")

/** A table for anybody: one row a line, debits and credits in columns of their own. */
export const csvJournals: JournalWriter = {
  extension: "csv",
  type: "text/csv; charset=utf-8",
  encoding: "utf8",
  mostLines: Number.POSITIVE_INFINITY,
  head: `\ufeff${csvLines([
    [
      "Date",
      "At",
      "Entry",
      "Kind",
      "What",
      "Booking",
      "Payment",
      "Account",
      "Title",
      "Chef",
      "Debit",
      "Credit",
    ],
  ])}`,
  write: (journal, named) =>
    csvLines(
      journal.lines.map(({ account, amountCents, chefId }) => [
        journal.date.toString(),
        journal.at.toString(),
        journal.id,
        journal.kind,
        journal.description,
        journal.bookingId,
        journal.paymentId,
        account,
        named(account).title,
        chefId,
        amountCents > 0 ? dollars(amountCents) : "",
        amountCents < 0 ? dollars(-amountCents) : "",
      ]),
    ),
}

const IIF_COLUMNS = ["TRNSTYPE", "DATE", "ACCNT", "NAME", "CLASS", "AMOUNT", "DOCNUM", "MEMO"]
/** QuickBooks cuts a journal's number off behind so many characters; the end of an id is its own. */
const DOCNUM_LENGTH = 11

/** QuickBooks' interchange format: general journals, the first line as TRNS, the others as SPL. */
export const quickbooksJournals: JournalWriter = {
  extension: "iif",
  type: "text/plain; charset=iso-8859-1",
  encoding: "latin1",
  mostLines: Number.POSITIVE_INFINITY,
  head: [
    iifRow(["!TRNS", "TRNSID", ...IIF_COLUMNS]),
    iifRow(["!SPL", "SPLID", ...IIF_COLUMNS]),
    iifRow(["!ENDTRNS"]),
  ].join(""),
  write: (journal, named) => {
    const { year, month, day } = journal.date
    const date = `${twoDigits(month)}/${twoDigits(day)}/${year}`
    const number = journal.id.slice(-DOCNUM_LENGTH)
    const memo = `${journal.description} (${[journal.id, journal.bookingId].filter(Boolean).join(", ")})`
    const rows = journal.lines.map(({ account, amountCents }, index) =>
      iifRow([
        ...[index === 0 ? "TRNS" : "SPL", "", "GENERAL JOURNAL", date, named(account).quickbooksAccount],
        ...["", "", dollars(amountCents), number, memo],
      ]),
    )
    return `${rows.join("")}${iifRow(["ENDTRNS"])}`
  },
}

/** Cells are parted by tabs; a quotation mark would begin a quoted one. */
function iifRow(cells: string[]): string {
  return `${cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ").replaceAll('"', "'")).join("\t")}\r\n`
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

/** Xero's import of manual journals: lines with the same narration and date are one journal. */
export const xeroJournals: JournalWriter = {
  extension: "csv",
  type: "text/csv; charset=utf-8",
  encoding: "utf8",
  mostLines: 300,
  head: csvLines([
    [
      ...["*Narration", "*Date", "Description", "*AccountCode", "*TaxRate", "*Amount"],
      ...["TrackingName1", "TrackingOption1", "TrackingName2", "TrackingOption2"],
    ],
  ]),
  write: (journal, named) => {
    const { year, month, day } = journal.date
    // The month in letters, because whether 03/04 is in March depends on the reader.
    const date = `${twoDigits(day)} ${MONTHS[month - 1]} ${year}`
    const narration = `${journal.description} (${journal.id})`
    return csvLines(
      journal.lines.map(({ account, amountCents }) => {
        const { title, xeroCode, xeroTaxRate } = named(account)
        const what = [title, journal.bookingId].filter(Boolean).join(", ")
        return [narration, date, what, xeroCode, xeroTaxRate, dollars(amountCents), "", "", "", ""]
      }),
    )
  },
}

/** @returns which file each journal belongs to, from 1: no file above the limit unless one journal alone is. */
export function numberFiles(mostLines: number): (lines: number) => number {
  let file = 1
  let filled = 0
  return (lines) => {
    if (filled > 0 && filled + lines > mostLines) {
      file += 1
      filled = 0
    }
    filled += lines
    return file
  }
}
