import type { Turn } from "../turn/turn.ts"

/** Words in front of the facts: what the customer feels is met before it is answered. No value stands here. */
export function openingOf(turn: Turn): string {
  const { emotion } = turn.understanding
  const asks = new Set(turn.asks)
  if (emotion.flags.includes("bereavement")) return "I am so sorry for your loss."
  const danger = dangerOpening(turn)
  if (danger) return danger
  if (asks.has("complaint")) {
    return "Thank you for telling me, and I am truly sorry that it went this way. I understand how upsetting this is, and we take responsibility for sorting it out."
  }
  if (asks.has("winback.leaving"))
    return "Thank you for being honest with me, and I am sorry that we let you down."
  if (asks.has("human.request")) return "Of course."
  if (turn.understanding.optOut) return ""
  if (asks.has("thanks") && turn.asks.length === 1)
    return "You're very welcome! Is there anything else I can help with?"
  if (asks.has("greeting") && turn.asks.length === 1)
    return "Hi, and welcome to MyHibachi! I can help with prices, dates, the menu, allergies and your booking. What are you planning?"
  const feeling = feelingOpening(turn)
  if (feeling) return feeling
  const isStatement = turn.asks.every((ask) => ask === "unknown.topic") && turn.book.all().length === 0
  return isStatement &&
    !turn.text.includes("?") &&
    turn.outcome.tasks.length === 0 &&
    turn.outcome.handOver.length === 0
    ? "Thank you for your message! What can I do for you: a price, a date, the menu, or your booking?"
    : ""
}

function dangerOpening(turn: Turn): string {
  const reasons = turn.understanding.mustEscalate
  if (reasons.some((reason) => /allergic_reaction|injury|food_poisoning/.test(reason)))
    return "I am very sorry; your safety comes first."
  if (reasons.includes("harassment"))
    return "I am so sorry that this happened. Nobody should have to experience that, and we take it very seriously."
  if (reasons.includes("property_damage"))
    return "I am very sorry about the damage. Thank you for telling us right away."
  if (reasons.includes("minors_and_alcohol"))
    return "Thank you for raising this. We take it very seriously: sake is only for guests of legal drinking age."
  if (reasons.includes("vulnerable_person"))
    return "Thank you for trusting me with this. You are not alone with it."
  if (reasons.some((reason) => /legal_threat|chargeback|refund_demand/.test(reason)))
    return "I am sorry that it has come to this, and I understand that you want it settled."
  return ""
}

function feelingOpening(turn: Turn): string {
  const { emotion } = turn.understanding
  const isJoyful =
    emotion.flags.includes("special_occasion") &&
    /!!|\b(?:engaged|getting married|so excited|can't wait)\b/i.test(turn.text)
  if (isJoyful && !["angry", "sad", "anxious", "frustrated", "disappointed"].includes(emotion.primary))
    return "How exciting, congratulations!"
  const isCelebration =
    emotion.flags.includes("special_occasion") &&
    ["excited", "happy"].includes(emotion.primary) &&
    emotion.intensity >= 0.3
  const isStrong = emotion.intensity >= 0.5 || isCelebration || turn.asks.includes("emotional.support")
  if (!isStrong) return ""
  switch (emotion.primary) {
    case "angry":
    case "frustrated":
      return "I am sorry for the frustration, and I understand it. Let me help right away."
    case "disappointed":
      return "I am sorry that we disappointed you, and I understand."
    case "anxious":
    case "urgent-worried":
      return "I understand the worry, and you are in good hands: let us take it step by step."
    case "sad":
      return "I am sorry that things are hard right now. We will keep this easy for you."
    case "embarrassed":
      return "No need to worry at all; that happens, and we are glad to help."
    case "excited":
    case "happy":
      return turn.understanding.emotion.flags.includes("special_occasion")
        ? "How exciting, congratulations!"
        : "How lovely!"
    case "grateful":
      return "Thank you, that is kind!"
    default:
      return turn.asks.includes("emotional.support")
        ? "Thank you for telling me; I understand, and I am here to help."
        : ""
  }
}
