import {
  type Ask,
  askKind,
  findAllergenWords,
  findPolarity,
  type Slots,
  toPlainText,
  type Understanding,
} from "#modules/understanding/index.ts"
import { readConcepts } from "./concepts.ts"
import { maskQuestion, readNumbers } from "./mask-question.ts"

export interface CanonicalQuestion {
  /** Sorted asks joined by "+": thresholds and bounds are kept for each. */
  intent: string
  /** Kinds of the slots, the values that decide the template (items, allergens, diets) and what else is spoken of. */
  signature: string
  polarity: string
  /** Every slot's value: equal only when the very answer, with its numbers, may be shared. */
  values: string
  /** The question with placeholders in place of its slots; this is what gets embedded. */
  masked: string
  isCacheable: boolean
  /** Why it is not cacheable; "cacheable" otherwise. */
  why:
    | "cacheable"
    | "personal"
    | "complaint"
    | "safety"
    | "unknown"
    | "contact-data"
    | "injection"
    | "opt-out"
    | "too-long"
    | "feelings"
}

/** Longer than this is a story, not a question that others will ask again. */
const LONGEST_CACHEABLE = 400
const SMALL_TALK: readonly Ask[] = ["greeting", "thanks"]
const HEAVY = ["angry", "sad", "urgent-worried", "anxious", "frustrated", "disappointed", "embarrassed"]

function whyNot(understanding: Understanding, asks: readonly Ask[]): CanonicalQuestion["why"] {
  const { slots, marks, emotion, mustEscalate } = understanding
  if (understanding.optOut) return "opt-out"
  if (marks.injection.length > 0) return "injection"
  if (mustEscalate.length > 0 || slots.allergies.some(({ isSevere }) => isSevere)) return "safety"
  if (asks.includes("complaint") || emotion.flags.includes("repeat_contact")) return "complaint"
  if (asks.some((ask) => askKind(ask).isPersonal) || slots.person.isOtherPersonsMatter) return "personal"
  if (slots.email ?? slots.phone ?? slots.bookingReference ?? slots.name) return "contact-data"
  if (asks.length === 0 || asks.some((ask) => ask.startsWith("unknown."))) return "unknown"
  if (HEAVY.includes(emotion.primary) && emotion.intensity >= 0.5) return "feelings"
  if (understanding.text.length > LONGEST_CACHEABLE) return "too-long"
  return "cacheable"
}

/** A kind counts as present when the customer named it or pointed back at it ("same Saturday"). */
function listKinds(slots: Slots): string[] {
  const kinds: [string, unknown][] = [
    ["guests", slots.guests],
    ["guests-change", slots.guestsChange],
    ["date", slots.date ?? (slots.isSameDate || undefined)],
    ["time", slots.time ?? (slots.isSameTime || undefined)],
    ["place", slots.place ?? (slots.distanceMiles !== undefined || undefined)],
    ["money", slots.amountsCents[0]],
    ["percent", slots.percentages[0]],
    ["duration", slots.durations[0]],
  ]
  return kinds.filter(([, value]) => value !== undefined).map(([kind]) => kind)
}

/** "Are two chefs enough?" is a question about the number itself, so no template fits another one. */
const COUNTED_THINGS = /\b(\d+) (chefs?|cooks?|grills?|proteins?|meats|times|sauces?|tables?|chairs?)\b/gi

function decidingValues({ slots, text, language }: Understanding): string[] {
  const things = toPlainText(text, language).matchAll(COUNTED_THINGS)
  return [
    ...Array.from(things, ([, count, thing]) => `${count} ${thing?.toLowerCase()}`),
    ...slots.amountsCents.map((cents) => `cents:${cents}`),
    ...slots.percentages.map((percent) => `percent:${percent}`),
    ...slots.durations.map(({ count, unit }) => `${count} ${unit}`),
    ...slots.items.map(({ item, action }) => `${item}${action === "remove" ? "-" : ""}`),
    ...slots.thirdProteins.map(({ item }) => `third:${item ?? "any"}`),
    ...slots.diets.map(({ diet }) => diet),
    ...findAllergenWords(text).map((allergen) => `allergen:${allergen}`),
    ...slots.allergies.map(({ allergen }) => `allergic:${allergen}`),
    ...(slots.occasion ? [`occasion:${slots.occasion}`] : []),
    `who:${slots.person.who}`,
    ...(slots.date?.isPast ? ["past"] : []),
  ].sort()
}

function everyValue(slots: Slots, numbers: readonly string[]): string {
  const { guests, guestsChange, place } = slots
  return JSON.stringify([
    guests
      ? [
          guests.adults,
          guests.children,
          guests.littleOnes,
          guests.ages,
          guests.atLeast ?? null,
          guests.isPart ?? false,
        ]
      : null,
    guestsChange ?? null,
    slots.dates.map(({ date, until }) => [date, until]),
    [slots.isSameDate, slots.isSameTime, slots.isSamePlace],
    slots.time ? [slots.time.time, slots.time.until ?? null, slots.time.bound ?? null] : null,
    place
      ? [place.street, place.city, place.state, place.zip].map((part) => part?.toLowerCase() ?? null)
      : null,
    slots.distanceMiles ?? null,
    slots.amountsCents,
    slots.percentages,
    slots.durations,
    [...slots.items]
      .sort((a, b) => a.item.localeCompare(b.item))
      .map(({ item, count, share }) => [item, count, share ?? null]),
    slots.thirdProteins,
    slots.splitWays ?? null,
    slots.diets,
    slots.allergies,
    numbers,
  ])
}

/** "20 guests" and "20 people" are the slot, not the subject. */
const SLOT_CONCEPT = "guest"

function readAbout(masked: string, asks: readonly Ask[]): string[] {
  const implied = new Set(asks.flatMap((ask) => IMPLIED[ask] ?? []))
  const withoutMasks = masked.replace(/<[a-z]+>(?:'s)?/g, " ")
  return readConcepts(withoutMasks).filter((concept) => concept !== SLOT_CONCEPT && !implied.has(concept))
}

/** Concepts that the ask itself says, so that "what's the deposit" and "how much is the deposit" agree. */
const IMPLIED: Partial<Record<Ask, string[]>> = {
  "deposit.amount": ["price"],
  "booking.duration": ["duration", "accept", "expire"],
  "booking.start_times": ["available", "start", "time"],
  "space.requirements": ["price", "need"],
  "booking.chefs_needed": ["need", "count"],
  "availability.date": ["available"],
  "balance.due": ["due", "pay", "mandatory"],
  "booking.lead_time": ["how", "far", "early", "mandatory", "notice", "booking"],
  "agreement.terms": ["mandatory", "option"],
  "booking.arrival": ["arrive"],
  "menu.included": ["include"],
  "travel.area": ["travel"],
  "travel.stations": ["located"],
  "price.minimum": ["price", "spend", "order"],
  "price.total": ["price"],
  "price.tax": ["include", "price"],
  "menu.recommendation": ["recommend"],
  "quote.validity": ["expire"],
  "booking.how": ["process"],
  "allergen.contains": ["ingredient"],
  "payment.methods": ["pay", "accept"],
  "tip.policy": ["leave"],
}
/** "Do you bring plates" and "should I bring plates" have different answers. */
const SELF =
  /\b(?:do|does|should|must|can|could|may|shall|need|have|will) (?:i|we)(?: need to| have to| also| still)? (?:bring|provide|supply|buy|rent|clean|set ?up|cook|prepare|serve|pour|own)\b|\b(?:i|we) (?:need to|have to|must|should)? ?(?:bring|provide|supply|buy|rent|clean|cook|prepare|serve)\b/i

/** What of a question decides which answer fits it. Pure. */
export function canonicalQuestion(understanding: Understanding): CanonicalQuestion {
  const asks = understanding.asks.map(({ ask }) => ask).filter((ask) => !SMALL_TALK.includes(ask))
  const why = whyNot(understanding, asks)
  const { slots } = understanding
  const masked = maskQuestion(understanding)
  // Read from the masked text: "second Saturday" is a date there, not a second time.
  const { isNegated, directions } = findPolarity(masked)
  const parts = [
    listKinds(slots).join(","),
    decidingValues(understanding).join(","),
    readAbout(masked, asks).join(","),
    SELF.test(masked) ? "self" : "company",
  ]
  return {
    intent: [...new Set(asks)].sort().join("+"),
    signature: parts.join("|"),
    polarity: `${isNegated ? "not" : "is"}:${[...directions].sort().join(",")}`,
    values: everyValue(slots, readNumbers(understanding)),
    masked,
    isCacheable: why === "cacheable",
    why,
  }
}
