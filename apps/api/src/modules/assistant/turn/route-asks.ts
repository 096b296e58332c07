import type { Ask } from "#modules/understanding/index.ts"
import { continuedAsks } from "./continue-talk.ts"
import { bookedRules } from "./routing/booked-rules.ts"
import { careRules } from "./routing/care-rules.ts"
import { dayRules } from "./routing/day-rules.ts"
import { finalRules } from "./routing/final-rules.ts"
import { withFoodAsks } from "./routing/food-asks.ts"
import { foodRules } from "./routing/food-rules.ts"
import { grievanceRules } from "./routing/grievance-rules.ts"
import { impliedRules, lossRules } from "./routing/implied-rules.ts"
import { listedTopics } from "./routing/listed-topics.ts"
import { moneyRules } from "./routing/money-rules.ts"
import { movingRules } from "./routing/moving-rules.ts"
import { ownPartyRules } from "./routing/own-party-rules.ts"
import { partyRules } from "./routing/party-rules.ts"
import { privacyRules } from "./routing/privacy-rules.ts"
import { faintGuesses, type RoutedTalk } from "./routing/rule.ts"
import { totalRules } from "./routing/total-rules.ts"

// The order counts: a later rule sees what the earlier ones made of the asks.
const RULES = [
  ...totalRules,
  ...moneyRules,
  ...partyRules,
  ...dayRules,
  ...foodRules,
  ...movingRules,
  ...lossRules,
  ...bookedRules,
  ...ownPartyRules,
  ...careRules,
  ...grievanceRules,
  ...impliedRules,
  ...privacyRules,
  ...finalRules,
]

/** A message without a question of its own goes on with what was asked last, as it was understood then. */
function saidAsks({ understanding: { asks }, memory }: RoutedTalk): Ask[] {
  const last = memory.lastAsks ?? []
  const isCarriedOn = asks.length > 0 && asks.every(({ source }) => source === "previous")
  return isCarriedOn && last.length > 0 ? last : asks.map(({ ask }) => ask)
}

/** @returns what is asked, in order, after what the talk and the customer's bookings say about it. */
export function routeAsks(talk: RoutedTalk): Ask[] {
  const said = saidAsks(talk)
  const isAboutFood = talk.food.questions.length > 0
  const asks = withFoodAsks(talk, (isAboutFood ? null : continuedAsks(talk)) ?? said)
  for (const rule of RULES) {
    if (!rule.applies(talk, asks)) continue
    const removed = [...(rule.remove ?? []), ...(rule.outdoesGuesses ? faintGuesses(talk) : [])]
    for (const ask of removed) asks.delete(ask)
    for (const ask of rule.add ?? []) asks.add(ask)
  }
  for (const ask of listedTopics(talk.text, asks)) asks.add(ask)
  return totalFirst([...asks])
}

/** A total comes before what is reckoned from it. */
function totalFirst(asks: Ask[]): Ask[] {
  const reckoned = asks.findIndex((ask) => ask === "tip.policy" || ask === "price.tax")
  if (reckoned < 0 || asks.indexOf("price.total") <= reckoned) return asks
  const others = asks.filter((ask) => ask !== "price.total")
  return [...others.slice(0, reckoned), "price.total", ...others.slice(reckoned)]
}
