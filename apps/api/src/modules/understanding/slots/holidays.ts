import { Temporal } from "#platform/time.ts"

type DayOfYear = (year: number) => Temporal.PlainDate

const fixed =
  (month: number, day: number): DayOfYear =>
  (year) =>
    Temporal.PlainDate.from({ year, month, day })

/** The n-th weekday (1 = Monday) of a month; n = -1 is the last one. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const earliest = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 })
  if (nth > 0) return earliest.add({ weeks: nth - 1 })
  const fifth = earliest.add({ weeks: 4 })
  return fifth.month === first.month ? fifth : earliest.add({ weeks: 3 })
}

const nth =
  (month: number, weekday: number, place: number): DayOfYear =>
  (year) =>
    nthWeekday(year, month, weekday, place)

/** Gregorian Easter Sunday (Meeus/Jones/Butcher). */
function easter(year: number): Temporal.PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const correction = Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * shift + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 })
}

const HOLIDAYS: [RegExp, DayOfYear][] = [
  [/\bnew year'?s?'? eve\b|\bnye\b|\bnochevieja\b/i, fixed(12, 31)],
  [/\bnew year'?s?'?(?: day)?\b/i, fixed(1, 1)],
  [/\b(?:christmas|xmas) eve\b|\bnochebuena\b/i, fixed(12, 24)],
  [/\b(?:christmas|xmas)(?: day)?\b(?! (?:party|dinner|parties))|\bnavidad\b/i, fixed(12, 25)],
  [/\bthanksgiving(?: day)?\b/i, nth(11, 4, 4)],
  [/\bblack friday\b/i, (year) => nthWeekday(year, 11, 4, 4).add({ days: 1 })],
  [/\bhalloween\b/i, fixed(10, 31)],
  [/\bvalentine'?s?(?: day)?\b/i, fixed(2, 14)],
  [/\b(?:(?:the )?4th of july|july 4th|independence day|fourth of july)\b/i, fixed(7, 4)],
  [/\bjuneteenth\b/i, fixed(6, 19)],
  [/\bcinco de mayo\b/i, fixed(5, 5)],
  [/\bst\.? patrick'?s?(?: day)?\b/i, fixed(3, 17)],
  [/\bmemorial day\b/i, nth(5, 1, -1)],
  [/\blabor day\b/i, nth(9, 1, 1)],
  [/\bmother'?s'? day\b/i, nth(5, 7, 2)],
  [/\bfather'?s'? day\b/i, nth(6, 7, 3)],
  [/\b(?:presidents?'?s?'? day)\b/i, nth(2, 1, 3)],
  [/\bmlk day\b/i, nth(1, 1, 3)],
  [/\bveterans'? day\b/i, fixed(11, 11)],
  [/\bsuper ?bowl(?: sunday)?\b/i, nth(2, 7, 2)],
  [/\beaster(?: sunday)?\b/i, easter],
]

/** The next time a named holiday falls, with the words that named it. */
export function findHoliday(
  text: string,
  today: Temporal.PlainDate,
): { date: Temporal.PlainDate; start: number; phrase: string } | undefined {
  for (const [words, dayOf] of HOLIDAYS) {
    const match = words.exec(text)
    if (!match) continue
    const thisYear = dayOf(today.year)
    const isOver = Temporal.PlainDate.compare(thisYear, today) < 0
    return { date: isOver ? dayOf(today.year + 1) : thisYear, start: match.index, phrase: match[0] }
  }
  return undefined
}
