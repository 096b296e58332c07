import { z } from "zod"
import { Money } from "./money.ts"
import { DateText, TimeZoneId } from "./time.ts"

/** For whom the books are written: `csv` is for anybody, and needs no names of theirs. */
export const BookkeepingFormat = z.enum(["csv", "quickbooks", "xero"])
export type BookkeepingFormat = z.infer<typeof BookkeepingFormat>

/** The days of an export; the business's own midnights part them. */
export const BookkeepingPeriod = z.object({
  from: DateText,
  /** The last day, included; it must be over. */
  to: DateText,
})
export type BookkeepingPeriod = z.infer<typeof BookkeepingPeriod>

export const BookkeepingFile = BookkeepingPeriod.extend({
  /** Xero takes few lines at a time, so its journals come in several files, from 1. */
  part: z.coerce.number().int().min(1).max(10_000).default(1),
})

const Name = (most: number, tooLong: string) =>
  z
    .string()
    .trim()
    .max(most, tooLong)
    .regex(/^[^\t\r\n"]*$/, "Leave out quotation marks, tabs and line breaks; the file could not be read.")

/** What the accountant's program calls one of our accounts; empty is not known yet. */
export const NameAccount = z.object({
  quickbooksAccount: Name(159, "QuickBooks takes at most 159 characters, parents included."),
  xeroCode: Name(10, "Xero's codes have at most 10 characters."),
  xeroTaxRate: Name(50, "Xero's tax rates have at most 50 characters.").min(
    1,
    "Xero wants a tax rate on every line; Tax Exempt changes no amount.",
  ),
})
export type NameAccount = z.infer<typeof NameAccount>

export const NamedAccount = NameAccount.extend({
  account: z.string(),
  title: z.string(),
  kind: z.enum(["asset", "liability", "revenue", "expense"]),
  version: z.int(),
})
export type NamedAccount = z.infer<typeof NamedAccount>
export const NamedAccounts = z.object({ items: z.array(NamedAccount) })
export type NamedAccounts = z.infer<typeof NamedAccounts>

/** What an export would hold, and what stands against it. */
export const BookkeepingPreview = BookkeepingPeriod.extend({
  timeZone: TimeZoneId,
  /** False while the last day is not over: entries may still come. */
  isClosed: z.boolean(),
  entries: z.int(),
  lines: z.int(),
  /** Both are the same, always. */
  debits: Money,
  credits: Money,
  formats: z.array(
    z.object({
      format: BookkeepingFormat,
      files: z.int(),
      /** Accounts of the period that the program has no name for yet. */
      unnamed: z.array(z.object({ account: z.string(), title: z.string() })),
    }),
  ),
})
export type BookkeepingPreview = z.infer<typeof BookkeepingPreview>
