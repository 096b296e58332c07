"use client"

import { classNames } from "@myhibachi/ui/class-names"
import { Dialog } from "@myhibachi/ui/dialog"
import { Input } from "@myhibachi/ui/input"
import { Spinner } from "@myhibachi/ui/spinner"
import { useRouter } from "next/navigation"
import { type KeyboardEvent, useDeferredValue, useId, useState } from "react"
import { type Finding, useFindings } from "./use-findings.ts"

/** ⌘K: screens and things by a few letters of their name. */
export function CommandPalette({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Find anything"
      className="top-[8vh] max-w-xl translate-y-0"
    >
      {open ? <Finder onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  )
}

function Finder({ onDone }: { onDone: () => void }) {
  const router = useRouter()
  const listId = useId()
  const [text, setText] = useState("")
  const [active, setActive] = useState(0)
  const { findings, isSearching } = useFindings(useDeferredValue(text.trim()))
  const chosen = findings[Math.min(active, findings.length - 1)]
  const open = (finding: Finding) => {
    onDone()
    router.push(finding.href)
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setActive((now) => Math.max(0, Math.min(findings.length - 1, now + step)))
    }
    if (event.key === "Enter" && chosen) open(chosen)
  }
  return (
    <div className="flex flex-col gap-3">
      <Input
        autoFocus
        role="combobox"
        aria-label="Find customers, bookings, conversations, articles and screens"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen ? `${listId}-${chosen.key}` : undefined}
        placeholder="A name, a reference, a screen…"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKey}
      />
      <FindingList id={listId} findings={findings} chosen={chosen} onOpen={open} />
      <p role="status" className="flex h-5 items-center gap-2 text-sm text-ink-soft">
        {isSearching ? <Spinner /> : null}
        {isSearching
          ? "Searching…"
          : findings.length === 0
            ? "Nothing found."
            : "↑ ↓ to choose, enter to open"}
      </p>
    </div>
  )
}

interface FindingListProps {
  id: string
  findings: Finding[]
  chosen: Finding | undefined
  onOpen: (finding: Finding) => void
}

function FindingList({ id, findings, chosen, onOpen }: FindingListProps) {
  return (
    <div id={id} role="listbox" aria-label="Found" className="max-h-[50vh] min-h-40 overflow-y-auto">
      {findings.map((finding) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above moves and opens by keyboard
        <div
          key={finding.key}
          id={`${id}-${finding.key}`}
          role="option"
          tabIndex={-1}
          aria-selected={finding === chosen}
          onClick={() => onOpen(finding)}
          className={classNames(
            "flex cursor-pointer items-baseline justify-between gap-4 rounded-control px-3 py-2",
            finding === chosen ? "bg-ember-soft" : "hover:bg-sunken",
          )}
        >
          <span className="min-w-0 truncate">{finding.title}</span>
          <span className="shrink-0 text-sm text-ink-soft">{finding.kind}</span>
        </div>
      ))}
    </div>
  )
}
