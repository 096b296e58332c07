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

/** @returns what is asked, in order, after what the talk and the customer's bookings say about it. */
export function routeAsks(talk: RoutedTalk): Ask[] {
  const said = talk.understanding.asks.map(({ ask }) => ask)
  const isAboutFood = talk.food.questions.length > 0
  const asks = withFoodAsks(talk, (isAboutFood ? null : continuedAsks(talk)) ?? said)
  for (const rule of RULES) {
    if (!rule.applies(talk, asks)) continue
    const removed = [...(rule.remove ?? []), ...(rule.outdoesGuesses ? faintGuesses(talk) : [])]
    for (const ask of removed) asks.delete(ask)
    for (const ask of rule.add ?? []) asks.add(ask)
  }
  for (const ask of listedTopics(talk.text, asks)) asks.add(ask)
  return [...asks]
}
