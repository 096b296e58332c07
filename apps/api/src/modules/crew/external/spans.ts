import type { BusySpan } from "#providers/calendar/port.ts"

/** @returns the spans in order, those that touch or overlap made one. */
export function joinSpans(spans: readonly BusySpan[]): BusySpan[] {
  const joined: BusySpan[] = []
  const inOrder = spans.filter((span) => span.fromMs < span.toMs).sort((a, b) => a.fromMs - b.fromMs)
  for (const span of inOrder) {
    const last = joined.at(-1)
    if (last && span.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, span.toMs)
    else joined.push({ ...span })
  }
  return joined
}

/** @returns what is left of the spans without the time of the others. */
export function cutSpans(spans: readonly BusySpan[], others: readonly BusySpan[]): BusySpan[] {
  const holes = joinSpans(others)
  return joinSpans(spans).flatMap((span) => {
    const left: BusySpan[] = []
    let fromMs = span.fromMs
    for (const hole of holes) {
      if (hole.toMs <= fromMs || hole.fromMs >= span.toMs) continue
      if (hole.fromMs > fromMs) left.push({ fromMs, toMs: hole.fromMs })
      fromMs = Math.max(fromMs, hole.toMs)
    }
    if (fromMs < span.toMs) left.push({ fromMs, toMs: span.toMs })
    return left
  })
}

/** @returns whether the two have time in common. */
export function overlaps(a: BusySpan, b: BusySpan): boolean {
  return a.fromMs < b.toMs && b.fromMs < a.toMs
}
