import { type Money, usd } from "@myhibachi/contract/money"
import type { Simulation } from "@myhibachi/contract/pricing"
import { Breakdown } from "@myhibachi/ui/breakdown"
import { MoneyText } from "@myhibachi/ui/money-text"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"

/** The price line by line; two versions stand beside each other with what differs. */
export function SimulationResult({ simulation }: { simulation: Simulation }) {
  const [first, second] = simulation.versions
  if (!first) return null
  const missing = first.missing.map(({ detail }) => detail).join(" ")
  return (
    <>
      {second ? <Compared simulation={simulation} /> : <Single version={first} />}
      {missing ? <p className="mt-4 text-sm text-ink-soft">{missing}</p> : null}
    </>
  )
}

type Version = Simulation["versions"][number]

function Single({ version }: { version: Version }) {
  return (
    <Breakdown
      lines={version.lines.map((line, index) => ({
        key: `${index}`,
        label: line.title,
        explanation: line.explanation,
        amount: line.amount,
      }))}
      totals={[
        { key: "before-tax", label: "Before tax", amount: version.beforeTax },
        { key: "total", label: "Total", amount: version.total },
      ]}
    />
  )
}

function Compared({ simulation: { versions, differences } }: { simulation: Simulation }) {
  const [before, after] = versions
  if (!before || !after) return null
  const explanations = new Map(
    [...before.lines, ...after.lines].map((line) => [line.title, line.explanation]),
  )
  return (
    <Table label="Two versions side by side">
      <thead>
        <tr>
          <HeaderCell>Line</HeaderCell>
          {versions.map(({ priceBook }) => (
            <HeaderCell key={priceBook.id} isNumber>
              Version {priceBook.version}
            </HeaderCell>
          ))}
          <HeaderCell isNumber>Difference</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {differences.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one answer never move
          <Row key={index}>
            <Cell>
              {line.title}
              <span className="block text-sm text-ink-soft max-sm:hidden">
                {explanations.get(line.title)}
              </span>
            </Cell>
            <Cell isNumber>{line.before ? <MoneyText money={line.before} /> : "–"}</Cell>
            <Cell isNumber>{line.after ? <MoneyText money={line.after} /> : "–"}</Cell>
            <Cell isNumber>
              <Change money={line.change} />
            </Cell>
          </Row>
        ))}
        <Total label="Before tax" before={before.beforeTax} after={after.beforeTax} />
        <Total label="Total" before={before.total} after={after.total} />
      </tbody>
    </Table>
  )
}

function Total({ label, before, after }: { label: string; before: Money; after: Money }) {
  return (
    <Row className="font-semibold">
      <Cell>{label}</Cell>
      <Cell isNumber>
        <MoneyText money={before} />
      </Cell>
      <Cell isNumber>
        <MoneyText money={after} />
      </Cell>
      <Cell isNumber>
        <Change money={usd(after.amount - before.amount)} />
      </Cell>
    </Row>
  )
}

/** A difference with its sign; none is said in a word. */
export function Change({ money }: { money: Money }) {
  if (money.amount === 0) return <span className="text-ink-soft">same</span>
  return (
    <span className="whitespace-nowrap">
      {money.amount > 0 ? "+" : ""}
      <MoneyText money={money} />
    </span>
  )
}
