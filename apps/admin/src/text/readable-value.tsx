"use client"

import { formatMoney, Money } from "@myhibachi/contract/money"
import { formatInstant } from "@myhibachi/ui/time-text"
import type { ReactNode } from "react"
import { WhenText } from "@/time/when-text.tsx"
import { readableName } from "./readable.ts"

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/
const DEEPEST = 5

interface ReadableValueProps {
  value: unknown
  /** The name it stands under; says what a bare number means. */
  name?: string
  /** The place's zone, when one is known for the instants inside. */
  timeZone?: string
  depth?: number
}

/** Anything a tool took or gave, as words: money as money, instants with their zone, members by name. */
export function ReadableValue({ value, name = "", timeZone, depth = 0 }: ReadableValueProps): ReactNode {
  if (value === null || value === undefined || value === "")
    return <span className="text-ink-soft">nothing</span>
  if (typeof value === "boolean") return value ? "yes" : "no"
  if (typeof value === "number") return <span className="tabular-nums">{readableNumber(value, name)}</span>
  if (typeof value === "string") return <ReadableText text={value} {...(timeZone ? { timeZone } : {})} />
  const money = Money.safeParse(value)
  if (money.success) return <span className="tabular-nums">{formatMoney(money.data)}</span>
  if (depth >= DEEPEST) return <span className="text-ink-soft">more inside</span>
  const inner = { depth: depth + 1, ...zoneOf(value, timeZone) }
  if (Array.isArray(value)) return <ReadableList values={value} name={name} {...inner} />
  return <ReadableMembers members={Object.entries(value as object)} {...inner} />
}

function ReadableText({ text, timeZone }: { text: string; timeZone?: string }) {
  if (!INSTANT.test(text)) return <span className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</span>
  if (!timeZone) return <WhenText instant={text} />
  return <time dateTime={text}>{formatInstant(text, timeZone, "short", true)}</time>
}

/** @returns the number as its name says it: cents as money, hundredths of a mile as miles, milliseconds as such. */
export function readableNumber(value: number, name: string): string {
  if (/cents$/i.test(name)) return formatMoney({ amount: Math.round(value), currency: "USD" })
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

function zoneOf(value: object, timeZone: string | undefined): { timeZone?: string } {
  const own = "timeZone" in value && typeof value.timeZone === "string" ? value.timeZone : timeZone
  return own ? { timeZone: own } : {}
}

interface InnerProps {
  depth: number
  timeZone?: string
}

function ReadableList({ values, name, ...inner }: InnerProps & { values: unknown[]; name: string }) {
  if (values.length === 0) return <span className="text-ink-soft">none</span>
  const isPlain = values.every((value) => typeof value !== "object" || value === null)
  if (isPlain && values.join(", ").length < 120) {
    return values.map((value, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: recorded values never move
      <span key={index}>
        {index > 0 ? ", " : ""}
        <ReadableValue value={value} name={name} {...inner} />
      </span>
    ))
  }
  return (
    <ol className="flex flex-col gap-2">
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: recorded values never move
        <li key={index} className="border-l-2 border-line pl-3">
          <ReadableValue value={value} name={name} {...inner} />
        </li>
      ))}
    </ol>
  )
}

function ReadableMembers({ members, ...inner }: InnerProps & { members: [string, unknown][] }) {
  const present = members.filter(([, value]) => value !== undefined && value !== null && value !== "")
  if (present.length === 0) return <span className="text-ink-soft">nothing</span>
  return (
    <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-4 gap-y-1">
      {present.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="max-w-40 text-ink-soft [overflow-wrap:anywhere]">{readableName(name)}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">
            <ReadableValue value={value} name={name} {...inner} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
