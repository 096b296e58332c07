"use client"

import { type TaxRate, TaxRateList } from "@myhibachi/contract/tax"
import { Badge } from "@myhibachi/ui/badge"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { stacked } from "@/lists/stacked.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { AddTaxRateDialog } from "./add-tax-rate-dialog.tsx"
import { catalogKeys } from "./catalog-keys.ts"
import { lineClassTitle } from "./catalog-words.ts"

/** Tax by place, kind of line and date. */
export function TaxRatesView() {
  const rates = useQuery({
    queryKey: catalogKeys.taxRates,
    queryFn: () => request(TaxRateList, "/v1/tax-rates"),
  })
  const mayWrite = useMay("catalog:write")
  return (
    <>
      <PageHeader
        title="Tax rates"
        detail="A party takes the rates of its place on its day; tips are never taxed. A new rate changes nothing before its date."
        actions={mayWrite ? <AddTaxRateDialog /> : null}
      />
      <Loaded query={rates} lines={10}>
        {({ items }) => <Rates rates={inOrder(items)} />}
      </Loaded>
    </>
  )
}

/** What differs only in the kind of line is one row. */
interface RateRow extends TaxRate {
  lineClasses: string[]
}

function inOrder(rates: TaxRate[]): RateRow[] {
  const alike = Map.groupBy(rates, (rate) =>
    [rate.state, rate.city, rate.jurisdiction, rate.basisPoints, rate.validFrom, rate.validTo].join("|"),
  )
  return [...alike.values()]
    .flatMap(([first, ...others]) =>
      first
        ? [{ ...first, lineClasses: [first, ...others].map((rate) => lineClassTitle[rate.lineClass]) }]
        : [],
    )
    .sort(
      (left, right) =>
        left.state.localeCompare(right.state) ||
        (left.city ?? "").localeCompare(right.city ?? "") ||
        right.validFrom.localeCompare(left.validFrom),
    )
}

function Rates({ rates }: { rates: RateRow[] }) {
  return (
    <Table label="Tax rates" className={stacked}>
      <thead>
        <tr>
          <HeaderCell>Where</HeaderCell>
          <HeaderCell>On</HeaderCell>
          <HeaderCell isNumber>Rate</HeaderCell>
          <HeaderCell>From, until</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {rates.map((rate) => (
          <Row key={rate.id}>
            <Cell>
              <span className="font-medium">{rate.jurisdiction}</span>
              <span className="block text-sm text-ink-soft">
                {rate.city ? `${rate.city}, ${rate.state}` : `everywhere else in ${rate.state}`}
              </span>
            </Cell>
            <Cell>{rate.lineClasses.join(", ")}</Cell>
            <Cell isNumber>{(rate.basisPoints / 100).toFixed(2)} %</Cell>
            <Cell>
              <WhenText instant={rate.validFrom} shape="date" />{" "}
              {rate.validTo ? (
                <>
                  until <WhenText instant={rate.validTo} shape="date" />
                </>
              ) : null}{" "}
              {Date.parse(rate.validFrom) > Date.now() ? <Badge state="caution">Planned</Badge> : null}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
