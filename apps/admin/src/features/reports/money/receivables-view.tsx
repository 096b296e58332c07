"use client"

import { type Age, type Receivable, ReceivablesReport } from "@myhibachi/contract/money-reports"
import { Badge } from "@myhibachi/ui/badge"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { FileButton } from "./money-filters.tsx"

const path = "/v1/reports/receivables"

const ageTitle: Record<Age, string> = {
  not_due: "Not due yet",
  days_0_30: "0–30 days",
  days_31_60: "31–60 days",
  days_61_90: "61–90 days",
  older: "Older",
}

const columns: [Column<Receivable>, ...Column<Receivable>[]] = [
  {
    title: "Booking",
    cell: (row) => (
      <>
        <span className="block">{row.reference ?? "No booking"}</span>
        <span className="block font-normal text-ink-soft">{row.customerName}</span>
      </>
    ),
  },
  {
    title: "Due",
    cell: ({ dueAt, timeZone }) =>
      dueAt && timeZone ? <TimeText instant={dueAt} timeZone={timeZone} shape="short" /> : "–",
    isExtra: true,
  },
  {
    title: "Since",
    cell: (row) =>
      row.age === "not_due" ? (
        <Badge state="neutral">Not due yet</Badge>
      ) : (
        <Badge state={row.age === "days_0_30" ? "caution" : "bad"}>{overdueText(row.daysOverdue)}</Badge>
      ),
  },
  {
    title: "Party",
    cell: ({ isEarned }) => (isEarned ? "Took place" : "To come"),
    isExtra: true,
  },
  { title: "Owed", cell: ({ amount }) => <MoneyText money={amount} />, isNumber: true },
]

function overdueText(days: number | null): string {
  if (days === null) return "Not known"
  return days === 1 ? "1 day" : `${days} days`
}

/** Who owes what, the longest due first. */
export function ReceivablesView() {
  const address = useAddress()
  const age = address.get("age")
  const pages = usePages(ReceivablesReport, path, { age })
  return (
    <>
      <Ages chosen={age} onChoose={(next) => address.set({ age: next })} />
      <div className="mb-4">
        <FileButton href={`${path}/csv`} />
      </div>
      <ListTable
        label="Receivables"
        pages={pages}
        columns={columns}
        keyOf={(row) => `${row.bookingId} ${row.isEarned}`}
        hrefOf={(row) => (row.bookingId ? `/bookings/${row.bookingId}` : "/money/reports")}
        empty={{ title: "Nobody owes anything", detail: "Parties that are not paid in full appear here." }}
      />
    </>
  )
}

function Ages({ chosen, onChoose }: { chosen: string; onChoose: (age: string) => void }) {
  const report = useQuery({
    queryKey: [path, "ages"],
    queryFn: () => request(ReceivablesReport, path, { query: { limit: 1 } }),
  })
  return (
    <Loaded query={report} lines={2}>
      {(data) => (
        <>
          <fieldset className="flex flex-wrap gap-3">
            <legend className="sr-only">Age of the debt</legend>
            {data.ages.map(({ age, parties, amount }) => (
              <button
                key={age}
                type="button"
                aria-pressed={chosen === age}
                onClick={() => onChoose(chosen === age ? "" : age)}
                className="grow rounded-card border border-line bg-surface px-4 py-3 text-left hover:bg-sunken aria-pressed:border-ember aria-pressed:bg-ember-soft sm:grow-0"
              >
                <span className="block text-sm text-ink-soft">
                  {ageTitle[age]} · {parties === 1 ? "1 party" : `${parties} parties`}
                </span>
                <MoneyText money={amount} className="text-xl font-semibold" />
              </button>
            ))}
          </fieldset>
          <p className="mt-3 mb-6 text-sm text-ink-soft">
            <MoneyText money={data.earned} /> of parties that took place, as in the ledger;{" "}
            <MoneyText money={data.agreed} /> agreed for parties to come.
          </p>
        </>
      )}
    </Loaded>
  )
}
