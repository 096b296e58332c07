"use client"

import { formatMoney } from "@myhibachi/contract/money"
import type { Quote } from "@myhibachi/contract/quote"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Select } from "@myhibachi/ui/select"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useAddress } from "@/lists/use-address.ts"
import { compareRevisions } from "./compare-revisions.ts"

/** What changed between the newest revision and an earlier one. */
export function RevisionsCard({ revisions }: { revisions: Quote[] }) {
  const address = useAddress()
  const [newest, ...earlier] = revisions
  const before = earlier.find(({ revision }) => String(revision) === address.get("compare")) ?? earlier[0]
  if (!newest || !before) return null
  const choose = (
    <Select
      aria-label="Compare with"
      value={String(before.revision)}
      onChange={(event) => address.set({ compare: event.currentTarget.value })}
    >
      {earlier.map(({ revision }) => (
        <option key={revision} value={String(revision)}>
          with revision {revision}
        </option>
      ))}
    </Select>
  )
  return (
    <Card aria-label="Revisions">
      <CardHeader title="Revisions compared" actions={choose} />
      <Table label="Revisions compared">
        <thead>
          <tr>
            <HeaderCell>What</HeaderCell>
            <HeaderCell isNumber>Revision {before.revision}</HeaderCell>
            <HeaderCell isNumber>Revision {newest.revision}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {compareRevisions(before, newest).map((line) => (
            <Row key={line.title} className={line.isChanged ? "font-medium" : "text-ink-soft"}>
              <Cell>
                {line.title}
                {line.isChanged ? <span className="text-sm text-ember"> changed</span> : null}
              </Cell>
              <Cell isNumber>{line.before ? formatMoney(line.before) : "–"}</Cell>
              <Cell isNumber>{line.after ? formatMoney(line.after) : "–"}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
