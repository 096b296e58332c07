"use client"

import type { ChefClaim } from "@myhibachi/contract/crew"
import { classNames } from "@myhibachi/ui/class-names"
import Link from "next/link"
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from "react"
import type { DayScale } from "@/features/booking/day-scale.ts"

/** Where a party was dropped: at another time, or with another chef. */
export interface DraggedParty {
  claim: ChefClaim
  chefId: string
  startsAt: string | null
  toChefId: string | null
}

interface DraggableBarProps {
  claim: ChefClaim
  chefId: string
  neighbours: { above: string | null; below: string | null }
  scale: DayScale
  href: string
  text: string
  className: string
  span: CSSProperties
  onMove: (move: DraggedParty) => void
}

const STEP_MINUTES = 15
/** Less than this is a click with a trembling hand. */
const LEAST_PIXELS = 5

/** A party's bar that can be dragged; nothing changes before the person has seen what it would do. */
export function DraggableBar(props: DraggableBarProps) {
  const { claim, href, text, className, span } = props
  const { offset, handlers } = useDrag(props)
  return (
    <Link
      href={href}
      title={text}
      aria-label={text}
      aria-describedby="how-to-move"
      aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight Shift+ArrowUp Shift+ArrowDown"
      draggable={false}
      className={classNames(
        className,
        "cursor-grab touch-pan-y",
        offset && "z-10 cursor-grabbing shadow-raised",
      )}
      style={{ ...span, ...(offset ? { transform: `translate(${offset.x}px, ${offset.y}px)` } : {}) }}
      {...handlers}
    >
      <span className="line-clamp-2">{claim.title}</span>
    </Link>
  )
}

function useDrag({ claim, chefId, neighbours, scale, onMove }: DraggableBarProps) {
  const [offset, setOffset] = useState<{ x: number; y: number } | null>(null)
  const start = useRef<{ x: number; y: number; pixelsPerHour: number } | null>(null)
  const wasDragged = useRef(false)
  const move = (minutes: number, toChefId: string | null) => {
    const at = Date.parse(claim.startsAt ?? claim.workFrom) + minutes * 60_000
    const startsAt = toChefId ? null : new Date(at).toISOString().replace(".000Z", "Z")
    onMove({ claim, chefId, startsAt, toChefId })
  }
  const onPointerDown = (event: PointerEvent<HTMLAnchorElement>) => {
    wasDragged.current = false
    // A finger scrolls; on a phone the party's own page moves it.
    if (event.button !== 0 || event.pointerType === "touch") return
    const row = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0
    start.current = {
      x: event.clientX,
      y: event.clientY,
      pixelsPerHour: row / (scale.toHour - scale.fromHour),
    }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!start.current) return
    const [x, y] = [event.clientX - start.current.x, event.clientY - start.current.y]
    if (!wasDragged.current && Math.hypot(x, y) < LEAST_PIXELS) return
    wasDragged.current = true
    setOffset({ x, y })
  }
  const onPointerUp = (event: PointerEvent) => {
    const from = start.current
    start.current = null
    setOffset(null)
    if (!from || !wasDragged.current) return
    const toChefId = chefAt(event.clientX, event.clientY)
    if (toChefId && toChefId !== chefId) return move(0, toChefId)
    const steps = Math.round((((event.clientX - from.x) / from.pixelsPerHour) * 60) / STEP_MINUTES)
    if (steps !== 0) move(steps * STEP_MINUTES, null)
  }
  const onPointerCancel = () => {
    start.current = null
    setOffset(null)
  }
  const onClick = (event: { preventDefault: () => void }) => {
    if (wasDragged.current) event.preventDefault()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.shiftKey) return
    const sideways = { ArrowLeft: -STEP_MINUTES, ArrowRight: STEP_MINUTES }[event.key]
    const toChefId = { ArrowUp: neighbours.above, ArrowDown: neighbours.below }[event.key]
    if (sideways === undefined && !toChefId) return
    event.preventDefault()
    move(sideways ?? 0, toChefId ?? null)
  }
  return {
    offset,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onClick, onKeyDown },
  }
}

/** The chef whose row is under the pointer, below the bar that is dragged. */
function chefAt(x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const row = element.closest<HTMLElement>("[data-chef-id]")
    const box = row?.getBoundingClientRect()
    if (row && box && box.top <= y && y <= box.bottom) return row.dataset.chefId ?? null
  }
  return null
}
