import { createHash } from "node:crypto"
import { Readable } from "node:stream"
import { CsvError, parse } from "csv-parse"
import { AppError, invalidField } from "#platform/errors.ts"

const SEPARATORS = [",", ";", "\t", "|"]
const HEAD_BYTES = 64 * 1024

export interface CsvRow {
  line: number
  cells: string[]
}

export interface CsvFile {
  separator: string
  headings: string[]
  /** The rows under the headings, read as they are asked for. @throws AppError "file-broken". */
  rows: AsyncIterable<CsvRow>
  /** SHA-256 over the bytes; whole once the rows are read. */
  hash(): string
}

/**
 * Begins to read a table; only a page of it is ever in memory.
 * @throws AppError "file-empty", "file-too-large" (413's words), "file-broken".
 */
export async function readCsv(source: AsyncIterable<Buffer>, mostBytes: number): Promise<CsvFile> {
  const hash = createHash("sha256")
  const bytes = limited(source, mostBytes, hash)
  const head = await takeHead(bytes)
  if (head.length === 0) throw invalidField("/", "The file is empty; choose another one.", "file-empty")
  const separator = guessSeparator(head.toString("utf8"))
  const parser = Readable.from(chain(head, bytes)).pipe(
    parse({
      bom: true,
      delimiter: separator,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      max_record_size: 100_000,
    }),
  )
  const rows = rowsOf(parser)
  const first = await rows.next()
  if (first.done)
    throw invalidField("/", "The file has no headings; the first line must name the columns.", "file-empty")
  return { separator, headings: first.value.cells, rows, hash: () => hash.copy().digest("hex") }
}

async function* limited(
  source: AsyncIterable<Buffer>,
  mostBytes: number,
  hash: { update(chunk: Buffer): unknown },
) {
  let read = 0
  for await (const chunk of source) {
    read += chunk.length
    if (read > mostBytes)
      throw invalidField(
        "/",
        `The file is larger than ${mostBytes / 1024 / 1024} MB; part it in two.`,
        "file-too-large",
      )
    hash.update(chunk)
    yield chunk
  }
}

async function takeHead(bytes: AsyncGenerator<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  while (size < HEAD_BYTES) {
    const next = await bytes.next()
    if (next.done) break
    chunks.push(next.value)
    size += next.value.length
  }
  return Buffer.concat(chunks)
}

async function* chain(head: Buffer, rest: AsyncIterable<Buffer>) {
  yield head
  yield* rest
}

/** @returns the separator that the first line has most of, outside of quotes. */
export function guessSeparator(text: string): string {
  const [line = ""] = text.split(/\r?\n/)
  const bare = line.replaceAll(/"[^"]*"/g, "")
  const counts = SEPARATORS.map((separator) => ({ separator, count: bare.split(separator).length - 1 }))
  const [best] = counts.sort((left, right) => right.count - left.count)
  return best && best.count > 0 ? best.separator : ","
}

async function* rowsOf(parser: AsyncIterable<unknown>): AsyncGenerator<CsvRow> {
  // The parser tells where a row ends; quoted cells may hold line ends, so the next begins behind it.
  let line = 1
  try {
    for await (const part of parser) {
      const { record, info } = part as { record: string[]; info: { lines: number } } // safe: `info` is asked for
      yield { line, cells: record }
      line = info.lines + 1
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new AppError(
      "invalid",
      "file-broken",
      `The file cannot be read near line ${line}: a quotation mark is not closed or stands in the middle of a cell. Mend it and upload the file again.`,
      {},
      { cause: error },
    )
  }
}
