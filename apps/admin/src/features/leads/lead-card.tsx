"use client"

import type { LeadSummary } from "@myhibachi/contract/leads"
import { Select } from "@myhibachi/ui/select"
import Link from "next/link"
import type { DragEvent } from "react"
import { useMay } from "@/shell/me.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { isMove, leadName, MOVES, type Move, sourceTitle, stageTitle } from "./lead-words.ts"

interface LeadCardProps {
  lead: LeadSummary
  onMove: (stage: Move) => void
  onDragStart: (event: DragEvent) => void
}

/** One lead on the board. */
export function LeadCard({ lead, onMove, onDragStart }: LeadCardProps) {
  const mayMove = useMay("customers:write") && lead.stage !== "won"
  return (
    <li
      draggable={mayMove}
      onDragStart={onDragStart}
      className="flex flex-col gap-2 rounded-control border border-line bg-surface p-3 text-sm shadow-sm"
    >
      <Link
        href={`/customers/leads/${lead.id}`}
        className="font-medium underline-offset-4 [overflow-wrap:anywhere] hover:underline"
        draggable={false}
      >
        {leadName(lead)}
      </Link>
      {lead.wish ? <p className="line-clamp-2 text-ink-soft">{lead.wish}</p> : null}
      <p className="text-ink-soft">
        {sourceTitle[lead.source]}
        {lead.owner ? `, ${lead.owner.name}` : ""}
        {lead.nextActionAt ? (
          <>
            , next <WhenText instant={lead.nextActionAt} />
          </>
        ) : null}
      </p>
      {mayMove ? (
        <Select
          aria-label={`Stage of ${leadName(lead)}`}
          value={lead.stage}
          onChange={(event) => {
            if (isMove(event.currentTarget.value)) onMove(event.currentTarget.value)
          }}
          className="h-9 text-sm"
        >
          {MOVES.map((stage) => (
            <option key={stage} value={stage}>
              {stageTitle[stage]}
            </option>
          ))}
        </Select>
      ) : null}
    </li>
  )
}
