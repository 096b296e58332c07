import type { Category } from "./asks/agents.ts"
import { type Ask, askKind } from "./asks/ask-list.ts"
import type { EmotionReading, EscalationReason } from "./emotion/emotion.ts"

/** What decides how the writer of a message would call it. */
export interface CategoryQuestion {
  asks: readonly { ask: Ask; confidence: number }[]
  emotion: EmotionReading
  mustEscalate: readonly EscalationReason[]
  /** The how manieth message of the talk this is, from 1. */
  turn: number
  /** The writer has a party with us, so rules are asked for its sake. */
  hasBooking: boolean
}

/** What has gone wrong is a complaint, whatever is asked beside it. */
const WRONGS: ReadonlySet<EscalationReason> = new Set<EscalationReason>([
  "food_poisoning",
  "property_damage",
  "harassment",
  "minors_and_alcohol",
  "legal_threat",
  "chargeback",
  "refund_demand",
])
/** So many questions at once, or so many messages about one party, make a complex talk. */
const MANY_ASKS = 3
const LONG_TALK = 3
/** "How much" stands in questions of every kind. */
const VAGUE_WEIGHT = 0.7
/** Rules that somebody with a party asks about that party. */
const OF_OWN_PARTY: ReadonlySet<Ask> = new Set<Ask>([
  "cancel.policy",
  "reschedule.policy",
  "headcount.change",
  "deposit.refund",
])
const SILENT: readonly Ask[] = ["greeting", "thanks", "unknown.topic", "opt_out"]

/** Complaints first, then feelings, then many questions at once, then the kind that most of the asks are of. */
export function chooseCategory(question: CategoryQuestion): Category {
  const { asks, emotion, mustEscalate, turn } = question
  const categories = new Set(asks.map(({ ask }) => askKind(ask).category))
  if (categories.has("complaints") || mustEscalate.some((reason) => WRONGS.has(reason))) return "complaints"
  const real = asks.filter(({ ask }) => !SILENT.includes(ask))
  if (categories.has("emotional_support") || (real.length === 0 && isHeavy(emotion)))
    return "emotional_support"
  if (real.length >= MANY_ASKS || (turn >= LONG_TALK && real.length > 0)) return "complex"
  return weightiest(question)
}

const isHeavy = (emotion: EmotionReading) =>
  ["sad", "anxious", "embarrassed", "urgent-worried"].includes(emotion.primary) && emotion.intensity >= 0.5

function weightiest({ asks, hasBooking }: CategoryQuestion): Category {
  const weights = new Map<Category, number>()
  for (const { ask, confidence } of asks) {
    const kind = askKind(ask)
    const category = hasBooking && OF_OWN_PARTY.has(ask) ? "booking" : kind.category
    // Of two that are equally sure, the one that carries more work is meant.
    const weight = (ask === "price.total" ? VAGUE_WEIGHT : 1) * confidence + kind.effort / 10
    weights.set(category, (weights.get(category) ?? 0) + weight)
  }
  const [best] = [...weights].sort(([, one], [, other]) => other - one)
  return best?.[0] ?? "faq_policies"
}
