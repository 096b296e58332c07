import type { Ask } from "#modules/understanding/index.ts"
import { UNPAID } from "../turn/routing/own-party-rules.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { createBooking } from "./book-party.ts"
import { cancelMine, cancelRule, companyCancels } from "./cancel.ts"
import { complaint, discountWish, humanRequest, leaving, personChanges, waitForPerson } from "./care.ts"
import { drinkAge } from "./drink-age.ts"
import { eachBooking } from "./each-booking.ts"
import { gatherEachLead } from "./each-lead.ts"
import { availabilityOn } from "./find-starts.ts"
import { allergenContains, allergenSafe, crossContact, dietFacts, included, recommendation } from "./food.ts"
import { answerFoodLeft } from "./food-questions.ts"
import { groupSize } from "./group-size.ts"
import { tellNeeds } from "./guest-needs.ts"
import { holdTerms } from "./hold-terms.ts"
import { childrenMenu, doubleProtein, itemPrices, proteins } from "./item-prices.ts"
import { leadTime } from "./lead-time.ts"
import { balanceDue, depositAmount, myBalance, quoteValidity, tipPolicy } from "./money-rules.ts"
import { changeMyChoices, changeMyGuests, guestChange, myDetails, refundStatus } from "./my-booking.ts"
import { answerOpenParts } from "./open-parts.ts"
import { arrival, chefsNeeded, duration } from "./plan-party.ts"
import { priceByAge } from "./price-by-age.ts"
import { priceTotal } from "./price-party.ts"
import { reassure } from "./reassure.ts"
import { rescheduleMine, rescheduleRule } from "./reschedule.ts"
import { searchUnknown } from "./search-unknown.ts"
import { spaceNeeded } from "./space.ts"
import { startTimes } from "./start-times.ts"
import { tellTogether } from "./sum-parties.ts"
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
  "space.requirements": spaceNeeded,
  "deposit.amount": depositAmount,
  "deposit.refund": cancelRule,
  "cancel.policy": cancelRule,
  "cancel.by_company": companyCancels,
  "balance.due": balanceDue,
  "reschedule.policy": rescheduleRule,
  "headcount.change": guestChange,
  "quote.validity": quoteValidity,
  "menu.included": included,
  "menu.proteins": proteins,
  "menu.double_protein": doubleProtein,
  "menu.little_ones": childrenMenu,
  "menu.drinks": drinkAge,
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
    const gather = GATHERERS[ask]
    const views = eachParty(turn, ask).flatMap((view) => eachBooking(view, ask))
    if (gather) for (const view of views) await gatherEachLead(view, ask, gather)
    tellTogether(turn, ask, views)
    if (turn.book.ofTopic(ask).some((fact) => fact.role !== "detail")) continue
    addRule(turn, ask)
  }
  await tellOpenMatters(turn)
  await answerFoodLeft(turn)
  await tellNeeds(turn)
  await searchUnknown(turn)
  await answerOpenParts(turn)
}

/** Asks that are answered for each of several parties. */
const BY_PARTY: ReadonlySet<Ask> = new Set<Ask>([
  "price.total",
  "availability.date",
  "booking.chefs_needed",
  "booking.duration",
  "travel.fee",
])

/** What hangs on the number of guests alone. */
const SIZED: ReadonlySet<Ask> = new Set<Ask>(["booking.chefs_needed", "booking.duration"])

/** "Compare 30 with 31": the turn once for each of two sizes that one message names. */
function eachSize(turn: Turn): Turn[] {
  const { from, to } = turn.newSlots.guestsChange ?? {}
  const { guests } = turn.slots
  if (from === undefined || to === undefined || from === to || !guests) return []
  const { guestsChange: _change, ...slots } = turn.newSlots
  return [from, to].map((total) => {
    const sized = { ...guests, adults: Math.max(0, guests.adults + total - guests.total), total }
    return { ...turn, slots: { ...turn.slots, guests: sized }, newSlots: { ...slots, guests: sized } }
  })
}

/** The turn once for each party that is planned, while none of them is picked out. */
function eachParty(turn: Turn, ask: Ask): Turn[] {
  const sizes = SIZED.has(ask) ? eachSize(turn) : []
  if (sizes.length > 0) return sizes
  const { parties = [], partyIndex } = turn.understanding
  if (parties.length < 2 || typeof partyIndex === "number" || !BY_PARTY.has(ask)) return [turn]
  return parties.map((party) => ({
    ...turn,
    slots: party,
    newSlots: party,
    outcome: { ...turn.outcome, quote: null },
  }))
}

const SPEAKS_OF_HOLD =
  /\b(?:hold|held|sign(?:ed|ature)?|pay|paid|deposit|let go|lose|release[ds]?|reserved?)\b/i
const SPEAKS_OF_QUOTE =
  /\b(?:quote|offer|estimate|price)\b.{0,60}\b(?:good|valid|until|till|expires?|expired?|still|long|stand|decide|think)\b|\b(?:until|till) when\b/i
const SPEAKS_OF_DEBT = /\b(?:owed?|balance|left to pay|still (?:to )?pay|remaining|the rest|outstanding)\b/i
const ASKS_MORE = /\bhow much (?:more|is left)\b/i

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
  // "Five more come, how much more?" hears what they add; who asks it of nothing else hears what is owed.
  const isDebt = SPEAKS_OF_DEBT.test(text) || (ASKS_MORE.test(text) && !turn.asks.includes("mine.guests"))
  if (turn.booking && isDebt && !isTold && !turn.asks.includes("complaint"))
    await balanceDue(turn, "balance.due")
  if (UNPAID.test(text) && !turn.hold) tellUnpaid(turn)
}

/** What an open balance does, and what it never does. */
function tellUnpaid(turn: Turn): void {
  for (const passage of turn.passages.filter((each) => each.topics.includes("balance.unpaid")))
    turn.book.addPassage("balance.due", passage, "answer")
}

function addRule(turn: Turn, ask: Ask): void {
  const topic = RULE_OF_MINE[ask] ?? ask
  for (const passage of turn.passages.filter((each) => each.topics.includes(topic)))
    turn.book.addPassage(ask, passage)
}
