"use client"

import { TrialBalance } from "@myhibachi/contract/ledger"
import { Badge } from "@myhibachi/ui/badge"
import { MoneyText } from "@myhibachi/ui/money-text"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"

/** Every account with its balance; the sum over all of them must be zero. */
export function TrialBalanceView() {
  const balance = useQuery({
    queryKey: ["trial-balance"],
    queryFn: () => request(TrialBalance, "/v1/ledger/trial-balance"),
    refetchInterval: 60_000,
  })
  return (
    <>
      <PageHeader title="Trial balance" detail="Debits are positive, credits negative" />
      <Loaded query={balance} lines={8}>
        {(data) => <BalanceTable balance={data} />}
      </Loaded>
    </>
  )
}

function BalanceTable({ balance }: { balance: TrialBalance }) {
  const isBalanced = balance.total.amount === 0
  return (
    <div className="max-w-2xl">
      <Table label="Trial balance">
        <thead>
          <tr>
            <HeaderCell>Account</HeaderCell>
            <HeaderCell isNumber>Balance</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {balance.accounts.map((account) => (
            <Row key={account.account}>
              <Cell>
                <Link
                  href={`/money/accounts/${encodeURIComponent(account.account)}`}
                  className="underline-offset-4 hover:underline"
                >
                  {account.title}
                </Link>{" "}
                <span className="text-sm text-ink-soft">{account.account}</span>
              </Cell>
              <Cell isNumber>
                <MoneyText money={account.balance} />
              </Cell>
            </Row>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t-2 border-ink font-semibold">
            <Cell>
              Sum{" "}
              <Badge state={isBalanced ? "good" : "bad"}>
                {isBalanced ? "It balances" : "It does not balance"}
              </Badge>
            </Cell>
            <Cell isNumber>
              <MoneyText money={balance.total} />
            </Cell>
          </tr>
        </tfoot>
      </Table>
      <p className="mt-4 text-sm text-ink-soft">
        {balance.entries.toLocaleString("en-US")} entries, as of{" "}
        <WhenText instant={balance.asOf} shape="date-time" />
      </p>
    </div>
  )
}
