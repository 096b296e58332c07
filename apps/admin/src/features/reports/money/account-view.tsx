"use client"

import { type AccountLine, AccountStatement } from "@myhibachi/contract/money-reports"
import { MoneyText } from "@myhibachi/ui/money-text"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { usePages } from "@/lists/use-pages.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { MoneyFilterRow, useMoneyFilters } from "./money-filters.tsx"

const columns: [Column<AccountLine>, ...Column<AccountLine>[]] = [
  { title: "What", cell: (line) => line.description },
  { title: "When", cell: (line) => <WhenText instant={line.at} shape="date-time" />, isExtra: true },
  { title: "Amount", cell: (line) => <MoneyText money={line.amount} />, isNumber: true },
  { title: "Balance", cell: (line) => <MoneyText money={line.balance} />, isNumber: true },
]

/** One account of the ledger with its balance after every line. */
export function AccountView({ code }: { code: string }) {
  const { from, to, unit } = useMoneyFilters()
  const path = `/v1/ledger/accounts/${encodeURIComponent(code)}/statement`
  const head = useQuery({
    queryKey: [path, "head", from, to],
    queryFn: () => request(AccountStatement, path, { query: { from, to, limit: 1 } }),
    placeholderData: (previous) => previous,
  })
  const pages = usePages(AccountStatement, path, { from, to })
  return (
    <>
      <PageHeader
        back={{ href: "/money/balance", title: "Trial balance" }}
        title={head.data?.title ?? code}
        detail="Debits are positive, credits negative"
      />
      <MoneyFilterRow filters={{ from, to, unit }} file={`${path}/csv`} hasUnit={false} />
      <Loaded query={head} lines={1}>
        {({ opening, closing }) => (
          <dl className="mb-4 flex flex-wrap gap-x-12 gap-y-2 border-y border-line py-4">
            <Balance name="Opening balance" money={opening} />
            <Balance name="Closing balance" money={closing} />
          </dl>
        )}
      </Loaded>
      <ListTable
        label={`Statement of ${head.data?.title ?? code}`}
        pages={pages}
        columns={columns}
        keyOf={(line) => `${line.entryId} ${line.amount.amount} ${line.balance.amount}`}
        hrefOf={placeOf}
        empty={{ title: "Nothing moved", detail: "No entry touched this account in this time." }}
      />
    </>
  )
}

function placeOf(line: AccountLine): string {
  if (line.paymentId) return `/money/${line.paymentId}`
  return line.bookingId ? `/bookings/${line.bookingId}` : "/money/balance"
}

function Balance({ name, money }: { name: string; money: AccountStatement["opening"] }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="text-xl font-semibold">
        <MoneyText money={money} />
      </dd>
    </div>
  )
}
