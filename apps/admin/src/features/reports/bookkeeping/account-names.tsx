"use client"

import { type NamedAccount, NamedAccounts } from "@myhibachi/contract/bookkeeping"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { NameDialog } from "./name-dialog.tsx"

const path = "/v1/bookkeeping/accounts"

/** Our accounts and their names elsewhere. */
export function AccountNames() {
  const mayWrite = useMay("payments:write")
  const accounts = useQuery({ queryKey: [path], queryFn: () => request(NamedAccounts, path) })
  return (
    <Loaded query={accounts} lines={8}>
      {({ items }) => (
        <Table label="Account names">
          <thead>
            <tr>
              <HeaderCell>Account</HeaderCell>
              <HeaderCell>QuickBooks</HeaderCell>
              <HeaderCell>Xero</HeaderCell>
              {mayWrite ? <HeaderCell>Change</HeaderCell> : null}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <AccountRow key={item.account} item={item} mayWrite={mayWrite} />
            ))}
          </tbody>
        </Table>
      )}
    </Loaded>
  )
}

function AccountRow({ item, mayWrite }: { item: NamedAccount; mayWrite: boolean }) {
  return (
    <Row>
      <Cell>
        {item.title} <span className="block text-sm text-ink-soft">{item.account}</span>
      </Cell>
      <Cell>{item.quickbooksAccount || <None />}</Cell>
      <Cell>
        {item.xeroCode ? (
          <>
            {item.xeroCode} <span className="block text-sm text-ink-soft">{item.xeroTaxRate}</span>
          </>
        ) : (
          <None />
        )}
      </Cell>
      {mayWrite ? (
        <Cell>
          <NameDialog item={item} />
        </Cell>
      ) : null}
    </Row>
  )
}

function None() {
  return <span className="text-ink-soft">no name yet</span>
}
