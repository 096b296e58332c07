import { formatMoney, usd } from "@myhibachi/contract/money"
import { readableName } from "./readable.ts"

interface Unit {
  /** What in the name says the unit. */
  pattern: RegExp
  write: (value: number) => string
}

const plain = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: 3 })
const counted = (unit: string) => (value: number) => `${plain(value)} ${value === 1 ? unit : `${unit}s`}`

const units: Unit[] = [
  {
    pattern: /(?<![a-z])cents$|(?<=[a-z])Cents$|_cents$/,
    write: (value) => formatMoney(usd(Math.round(value))),
  },
  { pattern: /(?<=[a-z])Hundredths$/, write: (value) => `${plain(value / 100)} miles` },
  { pattern: /(?<=[a-z])Micros$/, write: (value) => costText(value) },
  { pattern: /^ms$|(?<=[a-z])Ms$/, write: (value) => `${Math.round(value * 10) / 10} ms` },
  { pattern: /(?<=[a-z])Minutes(?=$|[A-Z])/, write: counted("minute") },
  { pattern: /(?<=[a-z])Hours(?=$|[A-Z])/, write: counted("hour") },
  { pattern: /(?<=[a-z])Days(?=$|[A-Z])/, write: counted("day") },
  { pattern: /(?<=[a-z])Feet(?=$|[A-Z])/, write: (value) => `${plain(value)} feet` },
  { pattern: /(?<=[a-z])Seconds(?=$|[A-Z])/, write: counted("second") },
  { pattern: /(?<=[a-z])Percents?(?=$|[A-Z])/, write: (value) => `${plain(value)} %` },
]

const unitOf = (name: string) => units.find(({ pattern }) => pattern.test(name))

/** @returns the number with the unit that its name says: cents as money, `dueHoursBefore` as hours. */
export function readableNumber(value: number, name: string): string {
  return (unitOf(name)?.write ?? plain)(value)
}

/** @returns the name as words, without the unit that its numbers carry: `dueHoursBefore` → `Due before`. */
export function titleWithoutUnit(name: string): string {
  const rest = name.replace(unitOf(name)?.pattern ?? /$^/, "")
  return readableName(rest === "" ? name : rest)
}

/** @returns millionths of a dollar as dollars, with as many places as are needed to see them. */
export function costText(micros: number): string {
  if (micros === 0) return "$0.00"
  const dollars = micros / 1_000_000
  return `$${dollars >= 0.01 ? dollars.toFixed(2) : dollars.toFixed(4)}`
}
