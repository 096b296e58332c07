import type { Fact, ToolCall, Trace } from "@myhibachi/contract/assistant"
import { Badge } from "@myhibachi/ui/badge"
import { ChevronRight } from "lucide-react"
import Link from "next/link"
import { readableName } from "@/text/readable.ts"
import { ReadableValue } from "@/text/readable-value.tsx"
import { durationText } from "@/time/format-time.ts"

/** The similarity check, the tools with what went in and came out, and the facts that the answer may use. */
export function TraceFound({ trace }: { trace: Trace }) {
  return (
    <div className="flex flex-col gap-8 text-sm">
      <Similarity trace={trace} />
      <section>
        <h3 className="mb-2 font-medium">Tools</h3>
        {trace.toolCalls.length === 0 ? <p className="text-ink-soft">None was called.</p> : null}
        <ul className="divide-y divide-line">
          {trace.toolCalls.map((call, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the calls of a finished answer never move
            <li key={`${index}-${call.tool}`}>
              <ToolCallDetails call={call} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3 className="mb-2 font-medium">Facts</h3>
        {trace.facts.length === 0 ? <p className="text-ink-soft">None was found.</p> : null}
        <ul className="flex flex-col gap-2">
          {trace.facts.map((fact) => (
            <FactLine key={fact.id} fact={fact} />
          ))}
        </ul>
      </section>
    </div>
  )
}

function Similarity({ trace }: { trace: Trace }) {
  const { similarity } = trace
  if (!similarity) return null
  return (
    <section>
      <h3 className="mb-2 font-medium">Similarity check</h3>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge state={similarity.hit ? "good" : "neutral"}>{similarity.hit ? "Hit" : "No hit"}</Badge>
        {similarity.similarity === null ? null : (
          <span className="tabular-nums">Similarity {similarity.similarity.toFixed(3)}</span>
        )}
        <span className="text-ink-soft">{readableName(similarity.reason)}</span>
      </p>
      <SimilarityDetails trace={trace} />
      {similarity.hit ? (
        <p className="mt-2 text-ink-soft">
          The kept answer holds no numbers: its tools ran again below with the details of this message.
        </p>
      ) : null}
    </section>
  )
}

// They are told above the details.
const TOLD = new Set(["hit", "reason", "similarity", "entryId"])

function SimilarityDetails({ trace }: { trace: Trace }) {
  const span = trace.spans.find(({ name }) => name === "similarity")
  const details = Object.entries(span?.details ?? {}).filter(([name]) => !TOLD.has(name))
  if (details.length === 0) return null
  return (
    <div className="mt-2">
      <ReadableValue value={Object.fromEntries(details)} />
    </div>
  )
}

const outcomes = {
  ok: { title: "Answered", state: "good" },
  refused: { title: "Refused", state: "caution" },
  failed: { title: "Failed", state: "bad" },
} as const

function ToolCallDetails({ call }: { call: ToolCall }) {
  const { title, state } = outcomes[call.outcome]
  return (
    <details className="group py-2">
      <summary className="flex list-none flex-wrap items-center gap-x-3 gap-y-1">
        <ChevronRight aria-hidden className="size-4 transition-transform duration-150 group-open:rotate-90" />
        <span className="font-medium">{readableName(call.tool)}</span>
        <Badge state={state}>{title}</Badge>
        <span className="text-ink-soft tabular-nums">{durationText(call.ms)}</span>
      </summary>
      <div className="mt-3 grid gap-6 pl-7 lg:grid-cols-2">
        <div className="min-w-0">
          <h4 className="mb-1 text-ink-soft">It was given</h4>
          <ReadableValue value={call.input} />
        </div>
        <div className="min-w-0">
          <h4 className="mb-1 text-ink-soft">It gave back</h4>
          <ReadableValue value={call.output} />
        </div>
      </div>
    </details>
  )
}

function FactLine({ fact }: { fact: Fact }) {
  const { citation } = fact.source
  return (
    <li id={fact.id} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3">
      <span className="text-ink-soft tabular-nums">{fact.id}</span>
      <span>
        {fact.sentence}{" "}
        {citation ? (
          <Link
            href={`/assistant/knowledge/${citation.articleId}`}
            className="text-ink-soft underline underline-offset-2"
          >
            {citation.title}, version {citation.version}
          </Link>
        ) : (
          <span className="text-ink-soft">{readableName(fact.source.ref)}</span>
        )}
      </span>
    </li>
  )
}
