import { formatMoney, usd } from "@myhibachi/contract/money"

/** @returns the number as its name says it: cents as money, hundredths of a mile as miles, milliseconds as such. */
export function readableNumber(value: number, name: string): string {
  if (/cents$/i.test(name)) return formatMoney(usd(Math.round(value)))
  if (/hundredths$/i.test(name))
    return `${(value / 100).toLocaleString("en-US", { maximumFractionDigits: 2 })} miles`
  if (/(^ms|Ms)$/.test(name)) return `${Math.round(value * 10) / 10} ms`
  if (/micros$/i.test(name)) return costText(value)
  return value.toLocaleString("en-US", { maximumFractionDigits: 3 })
}

/** @returns millionths of a dollar as dollars, with as many places as are needed to see them. */
export function costText(micros: number): string {
  if (micros === 0) return "$0.00"
  const dollars = micros / 1_000_000
  return `$${dollars >= 0.01 ? dollars.toFixed(2) : dollars.toFixed(4)}`
}
