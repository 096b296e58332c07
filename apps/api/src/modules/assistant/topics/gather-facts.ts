import { searchKnowledgeTool } from "../tools/business-tools.ts"
import { guestsOf, placeOf } from "../turn/party-request.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import type { Ask } from "../understanding/asks/ask-list.ts"
import { createBooking } from "./book-party.ts"
import { cancelMine, cancelRule } from "./cancel.ts"
import { complaint, discountWish, humanRequest, leaving, personChanges, unknownToUs } from "./care.ts"
import { availabilityOn } from "./find-starts.ts"
import {
  allergenContains,
  allergenSafe,
  crossContact,
  dietFacts,
  itemPrices,
  recommendation,
} from "./food.ts"
import { balanceDue, depositAmount, holdTerms, myBalance, quoteValidity, tipPolicy } from "./money-rules.ts"
import { changeMyChoices, changeMyGuests, guestChange, myDetails, refundStatus } from "./my-booking.ts"
import { arrival, chefsNeeded, duration, groupSize, leadTime, startTimes } from "./plan-party.ts"
import { priceTotal } from "./price-party.ts"
import { rescheduleMine, rescheduleRule } from "./reschedule.ts"
import { serviceAreaOf, travelFeeTo } from "./travel.ts"

/** How each ask finds what decides it for this customer; asks that are missing here are answered by their passages. */
const GATHERERS: Partial<Record<Ask, Gather>> = {
  "price.total": priceTotal,
  "price.upgrades": itemPrices,
  "price.addons": itemPrices,
  "price.third_protein": itemPrices,
  "price.discount": discountWish,
  "travel.fee": travelFeeTo,
  "travel.area": serviceAreaOf,
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
  "balance.due": balanceDue,
  "reschedule.policy": rescheduleRule,
  "headcount.change": guestChange,
  "quote.validity": quoteValidity,
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
  "winback.leaving": leaving,
  "human.request": humanRequest,
  "unknown.insurance": unknownToUs,
  "unknown.halal_kosher": unknownToUs,
  "unknown.power": unknownToUs,
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
  await searchForUnknown(turn)
  await addTaskForNothing(turn)
}

function addRule(turn: Turn, ask: Ask): void {
  const topic = RULE_OF_MINE[ask] ?? ask
  for (const passage of turn.passages.filter((each) => each.topics.includes(topic)))
    turn.book.addPassage(ask, passage)
}

// Below this fused score a passage shares a word or two with the question, and no more.
const LEAST_SCORE = 0.031

/** What no ask covers is looked up; a weak find is no answer. */
async function searchForUnknown(turn: Turn): Promise<void> {
  if (!turn.asks.includes("unknown.topic") || turn.asks.length > 1) return
  const result = await turn.tools.call(searchKnowledgeTool, { query: turn.text.slice(0, 400), limit: 2 })
  if (!result.ok) return
  const best = result.output.filter((hit) => hit.score >= LEAST_SCORE)
  for (const hit of best.slice(0, 1)) {
    const passage = turn.passages.find((each) => each.id === hit.passageId)
    if (passage) turn.book.addPassage("unknown.topic", passage)
  }
}

async function addTaskForNothing(turn: Turn): Promise<void> {
  const isSmallTalk = turn.asks.every(
    (ask) => ask === "greeting" || ask === "thanks" || ask === "emotional.support",
  )
  const isWaiting = turn.outcome.missing.size > 0 || turn.outcome.handOver.length > 0
  if (turn.book.all().length > 0 || isSmallTalk || isWaiting) return
  await unknownToUs(turn, "unknown.topic")
}

/** @returns whether the turn knows enough of a party to speak of it. */
export function knowsParty(turn: Turn): boolean {
  return guestsOf(turn.slots.guests) !== null || placeOf(turn.slots) !== null
}
