"use client"

import { Discussion } from "@myhibachi/contract/classroom"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import type { ReactNode } from "react"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { costText } from "@/text/readable-number.ts"
import { durationText } from "@/time/format-time.ts"
import { WhenText } from "@/time/when-text.tsx"
import { Changes } from "./changes.tsx"
import { chosenTitle, formTitle } from "./discussion-words.ts"
import { FactSheet } from "./fact-sheet.tsx"
import { Feedback } from "./feedback.tsx"
import { namesOfSeats } from "./name-seats.ts"
import { Rounds } from "./rounds.tsx"

/** Who said what, who changed their mind and why: seats as columns, rounds down the page. */
export function DiscussionView({ id }: { id: string }) {
  const discussion = useQuery({
    queryKey: ["discussion", id],
    queryFn: () => request(Discussion, `/v1/discussions/${id}`),
  })
  return (
    <Loaded query={discussion} lines={12}>
      {(data) => <Transcript discussion={data} />}
    </Loaded>
  )
}

function Transcript({ discussion }: { discussion: Discussion }) {
  const seats = namesOfSeats(discussion.responses)
  return (
    <>
      <PageHeader
        back={{ href: "/assistant/classroom", title: "Classroom" }}
        title={`“${discussion.question}”`}
        detail={
          <>
            {formTitle[discussion.form]} · {discussion.agent} · <WhenText instant={discussion.at} />
            {discussion.conversationId ? (
              <>
                {" · "}
                <Link
                  href={`/inbox?id=${discussion.conversationId}`}
                  className="underline underline-offset-4"
                >
                  Conversation
                </Link>
              </>
            ) : null}
          </>
        }
      />
      <Figures discussion={discussion} />
      <FactSheet facts={discussion.facts} />
      <Rounds discussion={discussion} seats={seats} />
      <Changes discussion={discussion} seats={seats} />
      <Answer discussion={discussion} seatName={seats.get(discussion.chosenSeatId ?? "")} />
    </>
  )
}

function Figures({ discussion }: { discussion: Discussion }) {
  const { confidence, rawConfidence } = discussion
  const figures: [string, ReactNode][] = [
    ["Complexity", discussion.complexity.toFixed(2)],
    ["Seats", discussion.seatCount],
    ["Sure", confidence === null ? "–" : `${Math.round(confidence * 100)} %`],
    ...(rawConfidence === null || rawConfidence === confidence
      ? []
      : [["Before calibration", `${Math.round(rawConfidence * 100)} %`] as [string, ReactNode]]),
    ["Cost", `${costText(discussion.costMicros)} of ${costText(discussion.budgetMicros)}`],
    ["Time", `${durationText(discussion.ms)} of ${durationText(discussion.deadlineMs)}`],
    [
      "Tokens",
      `${discussion.inputTokens.toLocaleString("en-US")} in, ${discussion.outputTokens.toLocaleString("en-US")} out`,
    ],
  ]
  return (
    <dl className="mb-8 flex flex-wrap gap-x-10 gap-y-4 border-y border-line py-4">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-ink-soft">{name}</dt>
          <dd className="font-medium whitespace-nowrap tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Answer({ discussion, seatName }: { discussion: Discussion; seatName: string | undefined }) {
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-xl font-semibold">The answer</h2>
      {discussion.answer ? (
        <>
          <blockquote className="max-w-prose border-l-4 border-ember pl-4 whitespace-pre-wrap [overflow-wrap:anywhere]">
            {discussion.answer}
          </blockquote>
          <p className="mt-3 text-sm text-ink-soft">
            {discussion.chosen ? chosenTitle[discussion.chosen] : null}{" "}
            {seatName ? `Written by ${seatName}.` : null}
          </p>
          <Feedback discussionId={discussion.id} />
        </>
      ) : (
        <p className="text-ink-soft">{discussion.reason ?? "No seat answered."}</p>
      )}
    </section>
  )
}
