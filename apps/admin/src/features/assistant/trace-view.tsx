"use client"

import { Trace } from "@myhibachi/contract/assistant"
import { Badge } from "@myhibachi/ui/badge"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import type { ReactNode } from "react"
import { request } from "@/api/request.ts"
import { channelTitle } from "@/features/conversations/conversation-words.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { costText } from "@/text/readable-number.ts"
import { ReadableValue } from "@/text/readable-value.tsx"
import { durationText } from "@/time/format-time.ts"
import { WhenText } from "@/time/when-text.tsx"
import { responderTitle } from "./responder-words.ts"
import { SpanWaterfall } from "./span-waterfall.tsx"
import { TraceBlocked } from "./trace-blocked.tsx"
import { TraceFound } from "./trace-found.tsx"
import { TraceUnderstood } from "./trace-understood.tsx"

/** Why the assistant said this: understood → found → said → blocked, with cost and time. */
export function TraceView({ id }: { id: string }) {
  const trace = useQuery({ queryKey: ["trace", id], queryFn: () => request(Trace, `/v1/traces/${id}`) })
  return (
    <Loaded query={trace} lines={12}>
      {(data) => <TracePage trace={data} />}
    </Loaded>
  )
}

function TracePage({ trace }: { trace: Trace }) {
  return (
    <>
      <PageHeader
        back={{
          href: `/assistant/traces?conversation=${trace.conversationId}`,
          title: "Traces of this conversation",
        }}
        title={<span className="line-clamp-3">“{trace.question}”</span>}
        detail={
          <>
            {channelTitle[trace.channel]} · <WhenText instant={trace.at} /> ·{" "}
            <Link href={`/inbox?id=${trace.conversationId}`} className="underline underline-offset-4">
              Conversation
            </Link>
          </>
        }
      />
      <Figures trace={trace} />
      <ol className="flex flex-col gap-10">
        <Step number={1} title="Understood">
          <TraceUnderstood trace={trace} />
        </Step>
        <Step number={2} title="Found">
          <TraceFound trace={trace} />
        </Step>
        <Step number={3} title="Said">
          <Said trace={trace} />
        </Step>
        <Step number={4} title="Blocked">
          <TraceBlocked trace={trace} />
        </Step>
        <Step number={5} title="Time">
          <SpanWaterfall spans={trace.spans} totalMs={trace.ms} />
        </Step>
      </ol>
    </>
  )
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="grid gap-x-6 gap-y-3 lg:grid-cols-[9rem_minmax(0,1fr)]">
      <h2 className="flex items-baseline gap-3 text-lg font-semibold">
        <span className="text-ember tabular-nums">{number}</span> {title}
      </h2>
      <div className="min-w-0">{children}</div>
    </li>
  )
}

function Figures({ trace }: { trace: Trace }) {
  const { title, state } = responderTitle[trace.responder]
  const figures: [string, ReactNode][] = [
    [
      "Answered by",
      <Badge key="responder" state={state}>
        {title}
      </Badge>,
    ],
    ["Agent", trace.agent],
    ["Category", trace.category],
    ["Complexity", trace.complexity.toFixed(2)],
    ["Sure", `${Math.round(trace.confidence * 100)} %`],
    ["Cost", costText(trace.costMicros)],
    ["Time", durationText(trace.ms)],
  ]
  return (
    <dl className="mb-10 flex flex-wrap gap-x-10 gap-y-4 border-y border-line py-4">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-ink-soft">{name}</dt>
          <dd className="font-medium tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Said({ trace }: { trace: Trace }) {
  return (
    <div className="flex flex-col gap-4">
      {trace.answer ? (
        <blockquote className="max-w-prose border-l-4 border-ember pl-4 whitespace-pre-wrap [overflow-wrap:anywhere]">
          {trace.answer}
        </blockquote>
      ) : (
        <p className="text-ink-soft">Nothing was said.</p>
      )}
      {trace.discussionId ? (
        <Link
          href={`/assistant/classroom/${trace.discussionId}`}
          className="self-start font-medium underline underline-offset-4"
        >
          Read the discussion behind it
        </Link>
      ) : null}
      {Object.keys(trace.versions).length > 0 ? (
        <details className="text-sm">
          <summary className="text-ink-soft">Versions it rested on</summary>
          <div className="mt-2">
            <ReadableValue value={trace.versions} />
          </div>
        </details>
      ) : null}
    </div>
  )
}
