"use client"

import { type BookkeepingFormat, BookkeepingPreview } from "@myhibachi/contract/bookkeeping"
import { Badge } from "@myhibachi/ui/badge"
import { LinkButton } from "@myhibachi/ui/button"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { MoneyText } from "@myhibachi/ui/money-text"
import { useQuery } from "@tanstack/react-query"
import { queryText, request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"

const path = "/v1/bookkeeping/preview"

const FORMATS: Record<BookkeepingFormat, { title: string; detail: string }> = {
  quickbooks: {
    title: "QuickBooks",
    detail: "General journals, to be read in by File, Utilities, Import, IIF",
  },
  xero: { title: "Xero", detail: "Manual journals, to be read in by Accounting, Manual journals, Import" },
  csv: { title: "CSV", detail: "A plain table for any other program; needs no names" },
}
const ORDER = ["quickbooks", "xero", "csv"] as const

interface Period {
  from: string
  to: string
}

/** What the period holds, and its files for every program. */
export function ExportFiles({ period }: { period: Period }) {
  const preview = useQuery({
    queryKey: [path, period],
    queryFn: () => request(BookkeepingPreview, path, { query: { ...period } }),
  })
  return (
    <Loaded query={preview} lines={6}>
      {(data) =>
        data.entries === 0 ? (
          <EmptyState title="Nothing was booked in these days">Choose other days above.</EmptyState>
        ) : (
          <section aria-label="Files of the period">
            <Summary preview={data} />
            <ul className="divide-y divide-line border-y border-line">
              {ORDER.map((format) => (
                <FormatRow key={format} format={format} preview={data} />
              ))}
            </ul>
          </section>
        )
      }
    </Loaded>
  )
}

function Summary({ preview }: { preview: BookkeepingPreview }) {
  const isBalanced = preview.debits.amount === preview.credits.amount
  return (
    <p className="mb-4">
      {preview.entries.toLocaleString("en-US")} {preview.entries === 1 ? "entry" : "entries"},{" "}
      {preview.lines.toLocaleString("en-US")} lines, debits <MoneyText money={preview.debits} />, credits{" "}
      <MoneyText money={preview.credits} />{" "}
      <Badge state={isBalanced ? "good" : "bad"}>{isBalanced ? "It balances" : "It does not balance"}</Badge>{" "}
      {preview.isClosed ? null : (
        <Badge state="caution">The last day is not over yet, so there are no files</Badge>
      )}
    </p>
  )
}

function FormatRow({ format, preview }: { format: BookkeepingFormat; preview: BookkeepingPreview }) {
  const found = preview.formats.find((each) => each.format === format)
  if (!found) return null
  const { title, detail } = FORMATS[format]
  const isReady = preview.isClosed && found.unnamed.length === 0
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <span className="min-w-0">
        <span className="block font-medium">{title}</span>
        <span className="block text-sm text-ink-soft">
          {found.unnamed.length === 0
            ? detail
            : `Name these accounts below first: ${found.unnamed.map((account) => account.title).join(", ")}.`}
        </span>
      </span>
      {isReady ? (
        <span className="flex flex-wrap gap-2">
          {Array.from({ length: found.files }, (_, index) => index + 1).map((part) => (
            <LinkButton
              key={part}
              variant="secondary"
              size="small"
              href={`/api/v1/bookkeeping/${format}${queryText({ from: preview.from, to: preview.to, part })}`}
            >
              {found.files === 1 ? `${title} file` : `${title} file ${part} of ${found.files}`}
            </LinkButton>
          ))}
        </span>
      ) : null}
    </li>
  )
}
