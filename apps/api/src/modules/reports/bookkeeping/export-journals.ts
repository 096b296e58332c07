import type {
  BookkeepingFormat,
  BookkeepingPeriod,
  BookkeepingPreview,
  NamedAccount,
} from "@myhibachi/contract/bookkeeping"
import { usd } from "@myhibachi/contract/money"
import { readJournals, sumJournals } from "#modules/payments/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { readMoneyFrame } from "../money/money-frame.ts"
import {
  csvJournals,
  type JournalWriter,
  numberFiles,
  quickbooksJournals,
  xeroJournals,
} from "./journal-files.ts"
import { findNamedAccounts } from "./name-account.ts"

const WRITERS: Record<BookkeepingFormat, JournalWriter> = {
  csv: csvJournals,
  quickbooks: quickbooksJournals,
  xero: xeroJournals,
}
const PROGRAM: Record<BookkeepingFormat, string> = { csv: "CSV", quickbooks: "QuickBooks", xero: "Xero" }

// What began before midnight is written by then.
const SETTLE_MINUTES = 10

/** What an export would hold, and which accounts have no name yet. @throws AppError "range-invalid". */
export async function previewExport(ctx: Context, period: BookkeepingPeriod): Promise<BookkeepingPreview> {
  const { frame, isClosed } = await readPeriod(ctx, period)
  const { lineCounts, accounts } = await sumJournals(ctx, frame.within)
  const { items } = await findNamedAccounts(ctx)
  const used = new Set(accounts.map(({ account }) => account))
  const inUse = items.filter(({ account }) => used.has(account))
  const formats = (["csv", "quickbooks", "xero"] as const).map((format) => ({
    format,
    files: countFiles(WRITERS[format], lineCounts),
    unnamed: unnamedOf(format, inUse).map(({ account, title }) => ({ account, title })),
  }))
  return {
    ...{ from: frame.from, to: frame.to, timeZone: frame.timeZone, isClosed, formats },
    entries: lineCounts.length,
    lines: lineCounts.reduce((sum, lines) => sum + lines, 0),
    debits: usd(accounts.reduce((sum, { debitCents }) => sum + debitCents, 0)),
    credits: usd(accounts.reduce((sum, { creditCents }) => sum + creditCents, 0)),
  }
}

export interface JournalFile {
  name: string
  type: string
  /** The file as it is read, little by little. */
  bytes: AsyncGenerator<Buffer>
}

/**
 * Writes every entry of a period that is over, once, in the words of an accounting program.
 * @throws AppError "range-invalid", "period-open" (409), "accounts-unnamed" (409), "part-not-found" (404).
 */
export async function exportJournals(
  ctx: Context,
  input: BookkeepingPeriod & { format: BookkeepingFormat; part: number },
): Promise<JournalFile> {
  const { frame, isClosed } = await readPeriod(ctx, input)
  if (!isClosed) throw periodOpen(input.to)
  const writer = WRITERS[input.format]
  const { lineCounts, accounts } = await sumJournals(ctx, frame.within)
  const files = countFiles(writer, lineCounts)
  if (input.part > files) {
    const message = `This export has ${files} ${files === 1 ? "file" : "files"}, so there is no file ${input.part}.`
    throw new AppError("not-found", "part-not-found", message)
  }
  const named = new Map((await findNamedAccounts(ctx)).items.map((item) => [item.account, item]))
  refuseUnnamed(
    input.format,
    accounts.flatMap(({ account }) => named.get(account) ?? []),
  )
  await inTransaction(ctx, (ctx) =>
    audit(ctx, {
      action: "bookkeeping.exported",
      entity: "ledger",
      entityId: `${input.from}..${input.to}`,
      details: { format: input.format, part: input.part, entries: lineCounts.length },
    }),
  )
  const suffix = files > 1 ? `-${input.part}-of-${files}` : ""
  return {
    name: `journals-${input.format}-${input.from}-to-${input.to}${suffix}.${writer.extension}`,
    type: writer.type,
    bytes: writeFile(ctx, { writer, frame, part: input.part, named }),
  }
}

type Frame = Awaited<ReturnType<typeof readMoneyFrame>>

interface WriteFile {
  writer: JournalWriter
  frame: Frame
  part: number
  named: ReadonlyMap<string, NamedAccount>
}

async function* writeFile(ctx: Context, { writer, frame, part, named }: WriteFile): AsyncGenerator<Buffer> {
  const fileOf = numberFiles(writer.mostLines)
  const nameOf = (account: string) => {
    const found = named.get(account)
    if (!found) throw new Error(`The account ${account} is in no chart.`)
    return found
  }
  yield Buffer.from(writer.head, writer.encoding)
  for await (const journal of readJournals(ctx, frame.within)) {
    const file = fileOf(journal.lines.length)
    if (file > part) return
    if (file < part) continue
    const date = journal.at.toZonedDateTimeISO(frame.timeZone).toPlainDate()
    yield Buffer.from(writer.write({ ...journal, date }, nameOf), writer.encoding)
  }
}

async function readPeriod(ctx: Context, { from, to }: BookkeepingPeriod) {
  const frame = await readMoneyFrame(ctx, { from, to, unit: "month" })
  const settledAt = frame.within.to.add({ minutes: SETTLE_MINUTES })
  return { frame, isClosed: settledAt.epochMilliseconds <= ctx.now().epochMilliseconds }
}

function countFiles({ mostLines }: JournalWriter, lineCounts: number[]): number {
  const fileOf = numberFiles(mostLines)
  return lineCounts.reduce((_, lines) => fileOf(lines), 1)
}

function unnamedOf(format: BookkeepingFormat, accounts: readonly NamedAccount[]): NamedAccount[] {
  if (format === "csv") return []
  return accounts.filter((each) => (format === "xero" ? each.xeroCode : each.quickbooksAccount) === "")
}

function refuseUnnamed(format: BookkeepingFormat, inUse: readonly NamedAccount[]): void {
  const unnamed = unnamedOf(format, inUse)
  if (unnamed.length === 0) return
  const list = unnamed.map(({ title, account }) => `${title} (${account})`).join(", ")
  throw new AppError(
    "conflict",
    "accounts-unnamed",
    `${PROGRAM[format]} has no name yet for ${list}. Write the names under Money, Bookkeeping, then export again.`,
    { accounts: unnamed.map(({ account }) => account) },
  )
}

function periodOpen(to: string) {
  const message = `${to} is not over yet, so entries may still come. Take a last day before today, or wait until ten minutes after midnight.`
  return invalidField("/to", message, "period-open")
}
