import { Temporal } from "#platform/time.ts"
import { findMentions } from "./slots/item-words.ts"
import type { DateSlot, Slots } from "./slots/slots.ts"
import type { Understanding } from "./understanding.ts"

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
const DAY_BESIDE =
  /\b(?:the |that |next )?(?:(following) )?(mon|tues|wednes|thurs|fri|satur|sun)day(?: (after|before)(?! (?:the|my|our|we|i|that party)\b))?/i
const SPAN_BESIDE =
  /\b(?:(a|an|one|two|three|\d) (day|week)s? (later|earlier|sooner|after(?: that)?)|the (following|next) (day|week|weekend)|the (day|week|weekend) (after|before)(?! (?:the|my|our)\b))/i
/** In talk of cancelling, "the day before" is a lead and no other date. */
const LEAD_TALK = /\bcancel|\brefund|\bdeposit\b|\bpay\b|\bdue\b/i
const COUNTS: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3 }

/** Days from the date that was talked about to the one that is meant, or null when the words mean none beside it. */
function daysBeside(text: string, from: Temporal.PlainDate): number | null {
  const span = SPAN_BESIDE.exec(text)
  if (span) {
    const unit = /^day$/i.test(span[2] ?? span[5] ?? span[6] ?? "") ? 1 : 7
    const count = COUNTS[(span[1] ?? "one").toLowerCase()] ?? Number(span[1])
    return (/earlier|sooner|before/i.test(span[0]) ? -1 : 1) * count * unit
  }
  const day = DAY_BESIDE.exec(text)
  if (!day?.[2] || (!day[1] && !day[3])) return null
  const wanted = WEEKDAYS.findIndex((name) => name.startsWith(day[2]?.toLowerCase() ?? "")) + 1
  const isBefore = /before/i.test(day[3] ?? "")
  const apart = (wanted - from.dayOfWeek + 7) % 7
  return isBefore ? apart - 7 : apart === 0 ? 7 : apart
}

/** "And the Saturday after?" counts from the date of before, not from today. */
function withDateBeside(slots: Slots, text: string, previous: Understanding): Slots {
  const known = previous.known.date
  if (known?.precision !== "day" || LEAD_TALK.test(text)) return slots
  const from = Temporal.PlainDate.from(known.date)
  const days = daysBeside(text, from)
  if (days === null) return slots
  const iso = from.add({ days }).toString()
  const date: DateSlot = {
    date: iso,
    until: iso,
    precision: "day",
    phrase: slots.date?.phrase ?? "beside",
    isPast: false,
  }
  return { ...slots, date, dates: [date] }
}

const THOSE =
  /\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) (?:more )?(?:orders?|portions?|pieces)\b(?! of \w)|\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) (?:of )?(?:those|that|these)\b(?! (?:guests|people|adults|kids))/i
/** "And if 3 of us want it?" */
const WANT_IT =
  /\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)(?: of (?:us|them|the guests)| people| guests| adults)? (?:also |all )?(?:wants?|takes?|gets?|have|has|orders?|would like|would take|go(?:es)? for)(?: to have)? (?:it|that|those|one|them)\b/i
const NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

/** "4 of those" after a talk about salmon orders four of them; other sentences may name dishes of their own. */
function withItemMeant(slots: Slots, text: string, previous: Understanding): Slots {
  const item = previous.lastItem
  if (!item || slots.items.some((slot) => slot.item === item)) return slots
  const sentence = text
    .split(/[.?!;\n]+/)
    .find((part) => (THOSE.test(part) || WANT_IT.test(part)) && findMentions(part).length === 0)
  const found = sentence === undefined ? null : (THOSE.exec(sentence) ?? WANT_IT.exec(sentence))
  const word = (found?.[1] ?? found?.[2])?.toLowerCase()
  if (!word) return slots
  const count = NUMBERS.includes(word) ? NUMBERS.indexOf(word) : Number(word)
  return { ...slots, items: [{ item, count, action: "want" }, ...slots.items] }
}

/** The slots with what their words point back to: the day beside an earlier one, the dish of before. */
export function referBack(slots: Slots, text: string, previous: Understanding | undefined): Slots {
  return previous ? withItemMeant(withDateBeside(slots, text, previous), text, previous) : slots
}
