import ICAL from "ical.js"

const mostOccurrences = 5000

/** The entries of a text as people read them; empty when it is no calendar. */
export function readEvents(text: string): { uid: string; summary: string; from: Date; to: Date }[] {
  return componentsOf(text).map((event) => ({
    uid: event.uid ?? "",
    summary: event.summary ?? "",
    from: event.startDate.toJSDate(),
    to: event.endDate.toJSDate(),
  }))
}

/** Whether an object has an occurrence in the span, as a calendar-query must tell; what cannot be read counts as one. */
export function touchesSpan(text: string, span: { fromMs: number; toMs: number }): boolean {
  try {
    const events = componentsOf(text)
    return events.length === 0 || events.some((event) => hasOccurrence(event, span))
  } catch {
    return true
  }
}

function componentsOf(text: string): ICAL.Event[] {
  const root = new ICAL.Component(ICAL.parse(text))
  return root.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component))
}

function hasOccurrence(event: ICAL.Event, { fromMs, toMs }: { fromMs: number; toMs: number }): boolean {
  // A day on either side: entries without a zone mean the reader's own.
  const dayMs = 86_400_000
  const lengthMs = event.endDate.toJSDate().getTime() - event.startDate.toJSDate().getTime()
  const touches = (startMs: number) => startMs - dayMs < toMs && fromMs < startMs + lengthMs + dayMs
  if (!event.isRecurring()) return touches(event.startDate.toJSDate().getTime())
  const iterator = event.iterator()
  for (let count = 0; count < mostOccurrences; count += 1) {
    const next: ICAL.Time | undefined = iterator.next()
    if (!next) return false
    const startMs = next.toJSDate().getTime()
    if (touches(startMs)) return true
    if (startMs > toMs + dayMs) return false
  }
  return true
}
