"use client"

import { Channel, ConversationStatus } from "@myhibachi/contract/conversations"
import { ChoiceFilter, SearchFilter } from "@/lists/filters.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { channelTitle, conversationState } from "./conversation-words.ts"

const states = ConversationStatus.options.map((value) => ({ value, label: conversationState[value].title }))
const channels = Channel.options.map((value) => ({ value, label: channelTitle[value] }))
const owners = [
  { value: "me", label: "Mine" },
  { value: "none", label: "Nobody's" },
]

/** Search and filters of the inbox, and whether the list updates by itself. */
export function InboxFilters({ isLive, updatedAt }: { isLive: boolean; updatedAt: number }) {
  return (
    <header className="flex flex-col gap-3 border-b border-line p-4">
      <div className="flex items-baseline justify-between gap-3">
        <p aria-hidden className="text-2xl font-semibold">
          Inbox
        </p>
        <p role="status" className="flex items-center gap-1.5 text-xs text-ink-soft">
          <span
            aria-hidden
            className={isLive ? "size-2 rounded-full bg-good" : "size-2 rounded-full bg-line-strong"}
          />
          {isLive ? "Live" : "Updates every 30 s"}
          {updatedAt > 0 ? (
            <>
              {" "}
              · <WhenText instant={new Date(updatedAt).toISOString()} shape="time" />
            </>
          ) : null}
        </p>
      </div>
      <div className="flex">
        <SearchFilter label="Name, words, subject" />
      </div>
      <div className="grid grid-cols-2 gap-2 [&_select]:h-9 [&_select]:pr-8 [&_select]:pl-2 [&_select]:text-sm [&_svg]:top-2.5">
        <div className="col-span-2">
          <ChoiceFilter label="State" name="status" all="Any state" options={states} />
        </div>
        <ChoiceFilter label="Owner" name="owner" all="Anyone's" options={owners} />
        <ChoiceFilter label="Channel" name="channel" all="Any channel" options={channels} />
      </div>
    </header>
  )
}
