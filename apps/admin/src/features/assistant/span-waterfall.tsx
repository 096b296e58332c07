import type { TraceSpan } from "@myhibachi/contract/assistant"
import { readableName } from "@/text/readable.ts"
import { ReadableValue } from "@/text/readable-value.tsx"
import { durationText } from "@/time/format-time.ts"
import { placeSpan } from "./place-span.ts"

/** The steps of one answer on one scale; a step opens to what it recorded. */
export function SpanWaterfall({ spans, totalMs }: { spans: TraceSpan[]; totalMs: number }) {
  const endMs = Math.max(totalMs, ...spans.map((span) => span.startMs + span.ms), 0.001)
  if (spans.length === 0) return <p className="text-sm text-ink-soft">No step was recorded.</p>
  return (
    <ol className="flex flex-col text-sm">
      {spans.map((span, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a finished answer never move
        <li key={`${index}-${span.name}`} className="border-b border-line last:border-0">
          <SpanRow span={span} endMs={endMs} />
        </li>
      ))}
    </ol>
  )
}

function SpanRow({ span, endMs }: { span: TraceSpan; endMs: number }) {
  const { left, width } = placeSpan(span, endMs)
  const hasDetails = Object.keys(span.details).length > 0
  const row = (
    <span className="grid w-full grid-cols-[minmax(6rem,11rem)_minmax(0,1fr)_4.5rem] items-center gap-3 py-2">
      <span className="truncate font-medium">{readableName(span.name)}</span>
      <span aria-hidden className="relative h-3 rounded-full bg-sunken">
        <span
          className="absolute inset-y-0 min-w-0.5 rounded-full bg-ember"
          style={{ left: `${left}%`, width: `${width}%` }}
        />
      </span>
      <span className="text-right whitespace-nowrap text-ink-soft tabular-nums">{durationText(span.ms)}</span>
    </span>
  )
  if (!hasDetails) return row
  return (
    <details>
      <summary className="flex list-none">{row}</summary>
      <div className="pb-4 pl-4">
        <ReadableValue value={span.details} />
      </div>
    </details>
  )
}
