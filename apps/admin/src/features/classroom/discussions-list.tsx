"use client"

import type { DiscussionSummary } from "@myhibachi/contract/classroom"
import { Badge } from "@myhibachi/ui/badge"
import { DiscussionPage } from "@/api/pages.ts"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { costText } from "@/text/readable-number.ts"
import { durationText } from "@/time/format-time.ts"
import { WhenText } from "@/time/when-text.tsx"
import { formTitle } from "./discussion-words.ts"

const columns: [Column<DiscussionSummary>, ...Column<DiscussionSummary>[]] = [
  {
    title: "Question",
    cell: (discussion) => (
      <span className="line-clamp-2 font-normal [overflow-wrap:anywhere]">{discussion.question}</span>
    ),
    className: "max-w-xl",
  },
  { title: "When", cell: (discussion) => <WhenText instant={discussion.at} />, isExtra: true },
  {
    title: "Form",
    cell: (discussion) => <span className="whitespace-nowrap">{formTitle[discussion.form]}</span>,
  },
  { title: "Seats", cell: (discussion) => discussion.seatCount, isNumber: true, isExtra: true },
  {
    title: "Sure",
    cell: (discussion) =>
      discussion.confidence === null ? (
        <Badge state="caution">No seat</Badge>
      ) : (
        `${Math.round(discussion.confidence * 100)} %`
      ),
    isNumber: true,
  },
  { title: "Cost", cell: (discussion) => costText(discussion.costMicros), isNumber: true, isExtra: true },
  { title: "Time", cell: (discussion) => durationText(discussion.ms), isNumber: true, isExtra: true },
]

/** What the seats discussed, newest first. */
export function DiscussionsList() {
  const address = useAddress()
  const pages = usePages(
    DiscussionPage,
    "/v1/discussions",
    { conversationId: address.get("conversation") },
    { refetchMs: 15_000 },
  )
  return (
    <>
      <PageHeader
        title="Classroom"
        detail="Questions that several models discussed before one answer went out"
      />
      <ListTable
        label="Discussions"
        pages={pages}
        columns={columns}
        keyOf={(discussion) => discussion.id}
        hrefOf={(discussion) => `/assistant/classroom/${discussion.id}`}
        empty={{
          title: "No discussion yet",
          detail: "Questions that are more than simple are discussed and appear here.",
        }}
      />
    </>
  )
}
