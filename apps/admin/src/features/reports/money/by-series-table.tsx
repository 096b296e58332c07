import { usd } from "@myhibachi/contract/money"
import type { ReportUnit } from "@myhibachi/contract/reports"
import { MoneyText } from "@myhibachi/ui/money-text"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { periodText } from "./period-text.ts"
import { type Series, type StackedPeriod, sumOf } from "./stacked-period.ts"

interface BySeriesProps {
  title: string
  unit: ReportUnit
  series: readonly Series[]
  periods: readonly StackedPeriod[]
}

/** Many series, for example all chefs: one line for each, and a column for every period in which there was anything. */
export function BySeriesTable({ title, unit, series, periods }: BySeriesProps) {
  const busy = periods.filter(({ amounts }) => [...amounts.values()].some(({ amount }) => amount !== 0))
  return (
    <div className="overflow-x-auto">
      <Table label={title}>
        <thead>
          <tr>
            <HeaderCell>Name</HeaderCell>
            {busy.map(({ period }) => (
              <HeaderCell key={period} isNumber>
                {periodText(period, unit)}
              </HeaderCell>
            ))}
            <HeaderCell isNumber>Together</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {series.map(({ key, name }) => (
            <Row key={key}>
              <Cell className="whitespace-nowrap">{name}</Cell>
              {busy.map(({ period, amounts }) => (
                <Cell key={period} isNumber>
                  <MoneyText money={amounts.get(key) ?? usd(0)} />
                </Cell>
              ))}
              <Cell isNumber className="font-medium">
                <MoneyText money={sumOf(busy, key)} />
              </Cell>
            </Row>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t-2 border-ink font-semibold">
            <Cell>Sum</Cell>
            {busy.map(({ period, total }) => (
              <Cell key={period} isNumber>
                <MoneyText money={total} />
              </Cell>
            ))}
            <Cell isNumber>
              <MoneyText money={usd(busy.reduce((sum, { total }) => sum + total.amount, 0))} />
            </Cell>
          </tr>
        </tfoot>
      </Table>
    </div>
  )
}
