import { withAges } from "./apply-ages.ts"
import type { GuestsDelta, GuestsSlot, Slots } from "./slots.ts"
import { ADULT_FROM } from "./young-groups.ts"

function mergeGuests(before: GuestsSlot | undefined, next: Slots): GuestsSlot | undefined {
  const aged = next.guestsChange?.aged
  // "5 of the 15 are kids, 2 of them 4 years old" says more than the two ages.
  const isAgesOnly = (next.guests?.total ?? 0) <= (aged?.length ?? 0)
  if (aged && before && isAgesOnly) return withAges(before, aged)
  const delta = next.guestsChange?.delta
  if (delta && before && isOnlyChange(next)) return withDelta(before, delta)
  const by = next.guestsChange?.by
  if (by !== undefined && before && !delta) {
    const adults = Math.max(before.adults + by, 0)
    return { ...before, adults, total: adults + before.children + before.littleOnes }
  }
  if (!next.guests) return before
  if (before && next.guests.isPart) return withPart(before, next.guests)
  if (before && isCorrection(before, next.guests)) return corrected(before, next.guests)
  const grown = next.guests.ages.filter((age) => age >= ADULT_FROM).length
  const isOnlyYoung = next.guests.adults === grown && next.guests.total > 0
  if (!isOnlyYoung || !before) return next.guests
  // "2 of them are 4 and 9" after "party of 20" says how the 20 are made up, not that two come.
  const { children, littleOnes } = next.guests
  const adults = before.isTotalOnly
    ? Math.max(before.total - children - littleOnes, 0)
    : before.adults + grown
  return { ...next.guests, adults, total: adults + children + littleOnes }
}

/** "6 of the 16 are kids": as many guests as before, made up otherwise. */
function withPart(before: GuestsSlot, part: GuestsSlot): GuestsSlot {
  const { isPart: _part, ...young } = part
  const adults = Math.max(before.total - young.children - young.littleOnes, 0)
  return { ...young, adults, total: adults + young.children + young.littleOnes }
}

/** The people named are those who are added; a number of all beside them stands for itself. */
function isOnlyChange({ guests, guestsChange }: Slots): boolean {
  if (!guests || !guestsChange?.delta) return true
  const { adults, children, littleOnes } = guestsChange.delta
  const changed = [adults, children, littleOnes].map(Math.abs)
  return guests.total <= changed.reduce((sum, count) => sum + count, 0)
}

function withDelta(before: GuestsSlot, delta: GuestsDelta): GuestsSlot {
  const adults = Math.max(before.adults + delta.adults, 0)
  const children = Math.max(before.children + delta.children, 0)
  const littleOnes = Math.max(before.littleOnes + delta.littleOnes, 0)
  const isTotalOnly = before.isTotalOnly && children + littleOnes === 0
  return { ...before, adults, children, littleOnes, total: adults + children + littleOnes, isTotalOnly }
}

/** A new number of adults, or of all, says nothing against the children who were named before. */
function isCorrection(before: GuestsSlot, next: GuestsSlot): boolean {
  const hadYoung = before.children + before.littleOnes > 0
  return hadYoung && next.adults > 0 && next.children + next.littleOnes === 0 && !before.isTotalOnly
}

function corrected(before: GuestsSlot, next: GuestsSlot): GuestsSlot {
  const young = before.children + before.littleOnes
  const adults = next.isTotalOnly ? Math.max(next.adults - young, 0) : next.adults
  return {
    ...before,
    adults,
    total: adults + young,
    isApproximate: next.isApproximate,
    isTotalOnly: false,
  }
}

function mergeBy<T>(before: readonly T[], next: readonly T[], key: (entry: T) => string): T[] {
  const merged = new Map(before.map((entry) => [key(entry), entry]))
  for (const entry of next) merged.set(key(entry), entry)
  return [...merged.values()]
}

function mergeItems(before: Slots["items"], next: Slots["items"]): Slots["items"] {
  const chosen = next.filter((item) => item.action !== "mention" || item.count !== null || item.share)
  const merged = mergeBy(before, chosen, (item) => item.item)
  return merged.filter((item) => item.action !== "remove")
}

/** What is known after another turn: the newer word counts, allergies and diets only grow, "3 more" is added up. */
export function mergeSlots(previous: Slots, next: Slots): Slots {
  const guests = mergeGuests(previous.guests, next)
  const { guestsChange: _oldChange, ...before } = previous
  return {
    ...before,
    ...next,
    ...(guests ? { guests } : {}),
    dates: next.dates.length > 0 ? next.dates : previous.dates,
    amountsCents: next.amountsCents,
    items: mergeItems(previous.items, next.items),
    thirdProteins: next.thirdProteins.length > 0 ? next.thirdProteins : previous.thirdProteins,
    diets: mergeBy(previous.diets, next.diets, (diet) => diet.diet),
    allergies: mergeBy(previous.allergies, next.allergies, (allergy) => allergy.allergen),
    allergensNamed: [...new Set([...previous.allergensNamed, ...next.allergensNamed])],
    person: next.person.who === "self" ? previous.person : next.person,
  }
}
