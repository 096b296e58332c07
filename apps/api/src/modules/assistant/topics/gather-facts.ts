import type { Ask } from "#modules/understanding/index.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { createBooking } from "./book-party.ts"
import { cancelMine, cancelRule, companyCancels } from "./cancel.ts"
import { complaint, discountWish, humanRequest, leaving, personChanges, waitForPerson } from "./care.ts"
import { availabilityOn } from "./find-starts.ts"
import { allergenContains, allergenSafe, crossContact, dietFacts, recommendation } from "./food.ts"
import { childrenMenu, itemPrices, proteins } from "./item-prices.ts"
import { balanceDue, depositAmount, holdTerms, myBalance, quoteValidity, tipPolicy } from "./money-rules.ts"
import { changeMyChoices, changeMyGuests, guestChange, myDetails, refundStatus } from "./my-booking.ts"
import { arrival, chefsNeeded, duration, groupSize, leadTime, startTimes } from "./plan-party.ts"
import { priceByAge } from "./price-by-age.ts"
import { priceTotal } from "./price-party.ts"
import { reassure } from "./reassure.ts"
import { rescheduleMine, rescheduleRule } from "./reschedule.ts"
import { searchUnknown } from "./search-unknown.ts"
import { nearestStation, serviceAreaOf, travelFeeTo } from "./travel.ts"

/** How each ask finds what decides it for this customer; asks that are missing here are answered by their passages. */
const GATHERERS: Partial<Record<Ask, Gather>> = {
  "price.total": priceTotal,
  "price.per_adult": priceByAge,
  "price.per_child": priceByAge,
  "price.little_ones": priceByAge,
  "price.upgrades": itemPrices,
  "price.addons": itemPrices,
  "price.third_protein": itemPrices,
  "price.discount": discountWish,
  "travel.fee": travelFeeTo,
  "travel.area": serviceAreaOf,
  "travel.stations": nearestStation,
  "tip.policy": tipPolicy,
  "availability.date": availabilityOn,
  "booking.create": createBooking,
  "booking.hold_terms": holdTerms,
  "booking.lead_time": leadTime,
  "booking.start_times": startTimes,
  "booking.duration": duration,
  "booking.chefs_needed": chefsNeeded,
  "booking.group_size": groupSize,
  "booking.arrival": arrival,
  "deposit.amount": depositAmount,
  "deposit.refund": cancelRule,
  "cancel.policy": cancelRule,
  "cancel.by_company": companyCancels,
  "balance.due": balanceDue,
  "reschedule.policy": rescheduleRule,
  "headcount.change": guestChange,
  "quote.validity": quoteValidity,
  "menu.proteins": proteins,
  "menu.little_ones": childrenMenu,
  "menu.vegetarian": dietFacts,
  "menu.recommendation": recommendation,
  "allergen.contains": allergenContains,
  "allergen.safe_options": allergenSafe,
  "allergen.cross_contact": crossContact,
  "mine.details": myDetails,
  "mine.balance": myBalance,
  "mine.cancel": cancelMine,
  "mine.reschedule": rescheduleMine,
  "mine.guests": changeMyGuests,
  "mine.choices": changeMyChoices,
  "mine.address": personChanges,
  "refund.status": refundStatus,
  complaint,
  "emotional.support": reassure,
  "winback.leaving": leaving,
  "human.request": humanRequest,
  "unknown.insurance": waitForPerson,
  "unknown.halal_kosher": waitForPerson,
  "unknown.power": waitForPerson,
}

/** Rules that answer an ask of the customer's own booking when it cannot be opened. */
const RULE_OF_MINE: Partial<Record<Ask, string>> = {
  "mine.cancel": "cancel.policy",
  "mine.reschedule": "reschedule.policy",
  "mine.guests": "headcount.change",
  "mine.choices": "headcount.change",
  "mine.balance": "balance.due",
  "mine.address": "mine.address",
}

/** Finds the facts for every ask: what decides it first, the rule where nothing decides it. */
export async function gatherFacts(turn: Turn): Promise<void> {
  for (const ask of turn.asks) {
    await GATHERERS[ask]?.(turn, ask)
    if (turn.book.ofTopic(ask).some((fact) => fact.role !== "detail")) continue
    addRule(turn, ask)
  }
  await tellOpenMatters(turn)
  await searchUnknown(turn)
}

const SPEAKS_OF_HOLD =
  /\b(?:hold|held|sign(?:ed|ature)?|pay|paid|deposit|let go|lose|release[ds]?|reserved?)\b/i
const SPEAKS_OF_QUOTE =
  /\b(?:quote|offer|estimate|price)\b.{0,60}\b(?:good|valid|until|till|expires?|expired?|still|long|stand|decide|think)\b|\b(?:until|till) when\b/i
const SPEAKS_OF_DEBT =
  /\b(?:owed?|balance|left to pay|still (?:to )?pay|remaining|the rest|outstanding|how much (?:more|is left))\b/i

/** The customer's own open matters are told whenever the talk touches them, whatever was made of the question. */
async function tellOpenMatters(turn: Turn): Promise<void> {
  const { text } = turn
  const isOpen =
    turn.hold !== null && (turn.hold.status === "held" || turn.hold.status === "awaiting_deposit")
  if (isOpen && SPEAKS_OF_HOLD.test(text) && !turn.asks.includes("booking.hold_terms"))
    await holdTerms(turn, "booking.hold_terms")
  if (turn.quote && !turn.booking && SPEAKS_OF_QUOTE.test(text) && !turn.asks.includes("quote.validity"))
    await quoteValidity(turn, "quote.validity")
  const isTold = turn.asks.some((ask) => ask === "mine.balance" || ask === "balance.due")
  if (turn.booking && SPEAKS_OF_DEBT.test(text) && !isTold && !turn.asks.includes("complaint"))
    await balanceDue(turn, "balance.due")
}

function addRule(turn: Turn, ask: Ask): void {
  const topic = RULE_OF_MINE[ask] ?? ask
  for (const passage of turn.passages.filter((each) => each.topics.includes(topic)))
    turn.book.addPassage(ask, passage)
}
