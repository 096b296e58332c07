"use client"

import { useEffect, useRef, useState } from "react"

interface ListKeys {
  count: number
  open: (index: number) => void
  close?: () => void
}

/**
 * Moves through a list with `j` and `k` (or the arrows), opens with enter, leaves with escape.
 * @returns the index of the row under the keyboard, −1 before the first key.
 */
export function useListKeys({ count, open, close }: ListKeys): number {
  const [active, setActive] = useState(-1)
  const latest = useRef({ count, open, close, active })
  latest.current = { count, open, close, active }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      const now = latest.current
      const next = moved(event.key, now.active, now.count)
      if (next !== null) {
        event.preventDefault()
        setActive(next)
        return
      }
      if (
        event.key === "Enter" &&
        now.active >= 0 &&
        now.active < now.count &&
        event.target === document.body
      ) {
        event.preventDefault()
        now.open(now.active)
      }
      if (event.key === "Escape") {
        setActive(-1)
        now.close?.()
      }
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [])
  return active < count ? active : -1
}

/** @returns the row after the key, or null when the key does not move. */
export function moved(key: string, active: number, count: number): number | null {
  if (count === 0) return null
  if (key === "j" || key === "ArrowDown") return Math.min(active + 1, count - 1)
  if (key === "k" || key === "ArrowUp") return Math.max(active - 1, 0)
  return null
}

function isTyping(event: KeyboardEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return true
  const target = event.target as HTMLElement
  // A dialog or a menu has its own keys.
  return (
    target.closest(
      "input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]",
    ) !== null
  )
}
