import { z } from "zod"
import { invalidField } from "#platform/errors.ts"

/** Query of every list: `limit` rows after `cursor`. */
export const PageQuery = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

/** @returns the schema of one page of `item`. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

/** @returns an opaque cursor that stands after the row with these sort values. */
export function encodeCursor(values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url")
}

/** @returns the sort values of the row before the page. @throws AppError "invalid-cursor". */
export function decodeCursor(cursor: string, length: number): (string | number)[] {
  const parsed = z
    .array(z.union([z.string(), z.number()]))
    .length(length)
    .safeParse(readJson(cursor))
  if (!parsed.success)
    throw invalidField("/cursor", "The cursor is not one of this list; start without it.", "invalid-cursor")
  return parsed.data
}

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))
  } catch {
    return undefined // safe: the schema refuses it with the remedy
  }
}

/** @returns the page of rows that were read with one row more than the limit. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  cursorOf: (row: Row) => (string | number)[],
  toItem: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null,
  }
}
