import { formatMoney, usd } from "@myhibachi/contract/money"
import type { PromotionTerms } from "@myhibachi/contract/promotion-terms"
import { Temporal } from "#platform/time.ts"
import type { promotions } from "./tables.ts"

export type PromotionRow = typeof promotions.$inferSelect

/** What of a party decides whether a promotion is meant for it; null is not known yet. */
export interface PartyFacts {
  stationId: string | null
  startsAt: Temporal.Instant | null
  timeZone: string | null
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

/** @returns why nobody can take the promotion at this moment, as a sentence for the customer, or null. */
export function refuseMoment(row: PromotionRow, now: Temporal.Instant): string | null {
  if (Temporal.Instant.compare(now, row.startsAt) < 0) return `${nameOf(row)} has not begun yet.`
  if (row.endsAt && Temporal.Instant.compare(row.endsAt, now) <= 0) return `${nameOf(row)} has ended.`
  return null
}

/** @returns why the promotion is not meant for the party, as a sentence for the customer, or null. */
export function refuseParty(row: PromotionRow, party: PartyFacts): string | null {
  return refuseStation(row, party) ?? refuseWeekday(row, party)
}

function refuseStation(row: PromotionRow, { stationId }: PartyFacts): string | null {
  if (row.stationIds.length === 0) return null
  if (stationId === null)
    return `${nameOf(row)} is for some places only; give the address of the party first.`
  return row.stationIds.includes(stationId) ? null : `${nameOf(row)} is not for parties in this area.`
}

function refuseWeekday(row: PromotionRow, { startsAt, timeZone }: PartyFacts): string | null {
  if (row.weekdays.length === 0) return null
  const days = row.weekdays.toSorted().map((day) => WEEKDAYS[day - 1])
  const list = days.join(", ")
  if (!startsAt || !timeZone)
    return `${nameOf(row)} is for parties on ${list} only; choose the date and the place first.`
  const day = startsAt.toZonedDateTimeISO(timeZone).dayOfWeek
  return row.weekdays.includes(day) ? null : `${nameOf(row)} is for parties on ${list} only.`
}

/** @returns how the promotion is called towards customers. */
export function nameOf({ code, name }: Pick<PromotionTerms, "code" | "name">): string {
  return code ? `The code ${code}` : `The offer "${name}"`
}

/** @returns what the promotion takes off, in words: `10 % off the food`. */
export function promiseOf({ value, target }: Pick<PromotionTerms, "value" | "target">): string {
  const much = value.kind === "percent" ? `${value.basisPoints / 100} %` : formatMoney(usd(value.amountCents))
  return `${much} off ${target === "food" ? "the food" : "food and travel"}`
}

/** @returns what is kept with a quote, so that the price replays whatever becomes of the promotion. */
export function termsOf(row: PromotionRow): PromotionTerms {
  const { id, code, name, value, target, minimumSpendCents } = row
  return { id, code, name, value, target, minimumSpendCents, endsAt: row.endsAt?.toString() ?? null }
}
