import ICAL from "ical.js"
import { Temporal } from "#platform/time.ts"
import type { BusySpan, BusyTimes } from "./port.ts"

export interface ReadBusy {
  fromMs: number
  toMs: number
  timeZone: string
  isOwn(uid: string): boolean
}

// A daily series of a century is a third of it; what repeats more often is no appointment.
const MOST_OCCURRENCES = 100_000
const LONGEST_TEXT = 2_000_000
/** A length of a thousand years keeps the library busy for seconds; nobody is away that long. */
const ABSURD_LENGTH = /^(DURATION|TRIGGER)[^:\r\n]*:[^\r\n]*\d{6,}/im

/** Reads when somebody is busy from iCalendar text: series expanded, cancelled and transparent entries left out. */
export function readBusy(text: string, query: ReadBusy): BusyTimes {
  if (text.length > LONGEST_TEXT || ABSURD_LENGTH.test(text)) return { busy: [], unreadable: 1 }
  try {
    const roots = rootsOf(text)
    const read = roots.flatMap((root) => eventsOf(root)).map((event) => tryEvent(event, query))
    return {
      busy: read.flatMap((spans) => spans ?? []),
      unreadable: read.filter((spans) => spans === null).length,
    }
  } catch {
    return { busy: [], unreadable: 1 } // safe: it is counted, and the person is told
  }
}

function rootsOf(text: string): ICAL.Component[] {
  const parsed: unknown[] = ICAL.parse(text)
  const roots = Array.isArray(parsed[0]) ? parsed : [parsed]
  // safe: the parser made jCal
  return roots.map((root) => new ICAL.Component(root as ConstructorParameters<typeof ICAL.Component>[0]))
}

/** The entries of a calendar; single occurrences that were changed belong to their series. */
function eventsOf(root: ICAL.Component): ICAL.Event[] {
  const components = root.name === "vevent" ? [root] : root.getAllSubcomponents("vevent")
  const isChanged = (component: ICAL.Component) => component.hasProperty("recurrence-id")
  const uidOf = (component: ICAL.Component) => String(component.getFirstPropertyValue("uid") ?? "")
  const masters = components.filter((component) => !isChanged(component))
  const masterUids = new Set(masters.map(uidOf))
  const orphans = components.filter((component) => isChanged(component) && !masterUids.has(uidOf(component)))
  const exceptionsOf = (master: ICAL.Component) =>
    components.filter((component) => isChanged(component) && uidOf(component) === uidOf(master))
  return [
    ...masters.map((component) => new ICAL.Event(component, { exceptions: exceptionsOf(component) })),
    ...orphans.map((component) => new ICAL.Event(component, { exceptions: [] })),
  ]
}

function tryEvent(event: ICAL.Event, query: ReadBusy): BusySpan[] | null {
  if (query.isOwn(event.uid ?? "")) return []
  try {
    return expand(event, query)
  } catch {
    return null // safe: counted as unreadable
  }
}

function expand(event: ICAL.Event, query: ReadBusy): BusySpan[] {
  if (!event.component.hasProperty("dtstart")) throw new Error("An entry without a beginning.")
  if (!event.isRecurring()) return within(spanOf(event.component, event.startDate, query), query)
  const spans: BusySpan[] = []
  const iterator = event.iterator()
  for (let count = 0; count < MOST_OCCURRENCES; count += 1) {
    const next = iterator.next() as ICAL.Time | undefined
    if (!next) return spans
    const { item, startDate } = event.getOccurrenceDetails(next)
    spans.push(...within(spanOf(item.component, startDate, query), query))
    // Changed occurrences may lie anywhere; what ends the series is its own next time.
    if (toMs(next, zoneOf(event.component, "dtstart"), query.timeZone) >= query.toMs) return spans
  }
  throw new Error("The series has more occurrences than anybody could keep.")
}

function within(span: BusySpan | null, { fromMs, toMs }: ReadBusy): BusySpan[] {
  return span && span.fromMs < span.toMs && span.fromMs < toMs && fromMs < span.toMs ? [span] : []
}

function spanOf(component: ICAL.Component, start: ICAL.Time, { timeZone }: ReadBusy): BusySpan | null {
  const status = String(component.getFirstPropertyValue("status") ?? "").toUpperCase()
  const transparency = String(component.getFirstPropertyValue("transp") ?? "").toUpperCase()
  if (status === "CANCELLED" || transparency === "TRANSPARENT") return null
  const fromMs = toMs(start, zoneOf(component, "dtstart"), timeZone)
  if (start.isDate) return { fromMs, toMs: midnightAfter(component, start, timeZone) }
  return { fromMs, toMs: fromMs + lengthMs(component, timeZone) }
}

/** Whole days end at midnight, however long the days are. */
function midnightAfter(component: ICAL.Component, start: ICAL.Time, timeZone: string): number {
  const first = component.getFirstPropertyValue("dtstart") as ICAL.Time // safe: expand() has looked
  const end = component.getFirstPropertyValue("dtend") as ICAL.Time | null
  const duration = component.getFirstPropertyValue("duration") as ICAL.Duration | null
  const days = end
    ? dateOf(first).until(dateOf(end)).days
    : duration
      ? Math.round(duration.toSeconds() / 86_400)
      : 1
  return dateOf(start).add({ days }).toZonedDateTime(timeZone).epochMilliseconds
}

function lengthMs(component: ICAL.Component, timeZone: string): number {
  const start = component.getFirstPropertyValue("dtstart") as ICAL.Time // safe: expand() has looked
  const end = component.getFirstPropertyValue("dtend") as ICAL.Time | null
  const duration = component.getFirstPropertyValue("duration") as ICAL.Duration | null
  if (end)
    return (
      toMs(end, zoneOf(component, "dtend"), timeZone) - toMs(start, zoneOf(component, "dtstart"), timeZone)
    )
  return duration ? duration.toSeconds() * 1000 : 0
}

function zoneOf(component: ICAL.Component, property: string): string | null {
  const name = component.getFirstProperty(property)?.getParameter("tzid")
  return typeof name === "string" ? name : null
}

/**
 * Reads a time as an instant: by the IANA zone of its name, which knows every change of the clocks; by the zone that
 * the text describes; in the person's own zone when it names none.
 */
function toMs(time: ICAL.Time, zoneName: string | null, timeZone: string): number {
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toUnixTime() * 1000
  if (time.isDate) return dateOf(time).toZonedDateTime(timeZone).epochMilliseconds
  const iana = zoneName === null ? timeZone : knownZone(zoneName)
  const isDescribed = time.zone !== ICAL.Timezone.localTimezone
  if (iana === null && isDescribed) return time.toUnixTime() * 1000
  const { year, month, day, hour, minute, second } = time
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second: Math.min(second, 59) })
  return wall.toZonedDateTime(iana ?? timeZone).epochMilliseconds
}

function dateOf({ year, month, day }: ICAL.Time): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" })
}

const zones = new Map<string, string | null>()

function knownZone(name: string): string | null {
  const known = zones.get(name)
  if (known !== undefined) return known
  const found = probeZone(name)
  zones.set(name, found)
  return found
}

function probeZone(name: string): string | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null // safe: not a zone that this machine knows; the text's own description counts
  }
}
