"use client"

import { formatMoney, Money } from "@myhibachi/contract/money"
import { formatInstant } from "@myhibachi/ui/time-text"
import type { ReactNode } from "react"
import { longDay } from "../time/format-time.ts"
import { WhenText } from "../time/when-text.tsx"
import { readableNumber, titleWithoutUnit } from "./readable-number.ts"
import { isEmpty, isPlain, membersOf } from "./value-shape.ts"

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/
const DATE = /^\d{4}-\d{2}-\d{2}$/
const WORDS = /^[a-z]+(_[a-z]+)+$/
const DEEPEST = 6

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
  if (isEmpty(value)) return <span className="text-ink-soft">nothing</span>
  if (typeof value === "boolean") return value ? "yes" : "no"
  if (typeof value === "number") return <span className="tabular-nums">{readableNumber(value, name)}</span>
  if (typeof value === "string") return <ReadableText text={value} {...(timeZone ? { timeZone } : {})} />
  const money = Money.safeParse(value)
  if (money.success) return <span className="tabular-nums">{formatMoney(money.data)}</span>
  if (depth >= DEEPEST) return <span className="text-ink-soft">more inside</span>
  const inner = { depth: depth + 1, ...zoneOf(value as object, timeZone) }
  if (Array.isArray(value)) return <ReadableList values={value} name={name} {...inner} />
  const members = membersOf(value as object)
  if (depth > 0 && members.every(([, member]) => isPlain(member)))
    return <Inline members={members} {...inner} />
  return <ReadableMembers members={members} {...inner} />
}

function ReadableText({ text, timeZone }: { text: string; timeZone?: string }) {
  if (DATE.test(text)) return longDay(text)
  // A name of the code, like lobster_tail, is read as words; a sentence stays as it is.
  if (WORDS.test(text)) return text.replaceAll("_", " ")
  if (!INSTANT.test(text)) return <span className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</span>
  if (!timeZone) return <WhenText instant={text} />
  return <time dateTime={text}>{formatInstant(text, timeZone, "short", true)}</time>
}

function zoneOf(value: object, timeZone: string | undefined): { timeZone?: string } {
  const own = "timeZone" in value && typeof value.timeZone === "string" ? value.timeZone : timeZone
  return own ? { timeZone: own } : {}
}

interface InnerProps {
  depth: number
  timeZone?: string
}

function Inline({ members, ...inner }: InnerProps & { members: [string, unknown][] }) {
  return members.map(([name, value], index) => (
    <span key={name}>
      {index > 0 ? <span className="text-ink-soft"> · </span> : null}
      <span className="text-ink-soft">{titleWithoutUnit(name)}</span>{" "}
      <ReadableValue value={value} name={name} {...inner} />
    </span>
  ))
}

function ReadableList({ values, name, ...inner }: InnerProps & { values: unknown[]; name: string }) {
  if (values.every(isPlain) && values.join(", ").length < 160) {
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
  return (
    <dl className="flex flex-col gap-1.5">
      {members.map(([name, value]) => (
        <div
          key={name}
          className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]"
        >
          <dt className="text-ink-soft [overflow-wrap:anywhere]">{titleWithoutUnit(name)}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">
            <ReadableValue value={value} name={name} {...inner} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
