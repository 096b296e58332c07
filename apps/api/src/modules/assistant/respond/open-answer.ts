import { type EmotionReading, isJoyfulNews, isPraise as praises } from "#modules/understanding/index.ts"
import type { Turn } from "../turn/turn.ts"
import { hardshipOpening, lossOpening } from "./meet-hardship.ts"

/** Words in front of the facts: what the customer feels is met before it is answered. No value stands here. */
export function openingOf(turn: Turn): string {
  const asks = new Set(turn.asks)
  const loss = lossOpening(turn)
  if (loss) return loss
  const danger = dangerOpening(turn)
  if (danger) return danger
  if (asks.has("complaint")) {
    return "Thank you for telling me, and I am truly sorry that it went this way. I understand how upsetting this is, and we take responsibility for sorting it out."
  }
  if (asks.has("winback.leaving"))
    return "Thank you for being honest with me, and I am sorry that we let you down."
  if (turn.understanding.emotion.flags.includes("repeat_contact"))
    return "I am sorry that you had to ask more than once."
  if (turn.understanding.optOut) return ""
  const hardship = hardshipOpening(turn)
  if (hardship) return hardship
  if (asks.has("human.request")) return "Of course."
  if (asks.has("thanks") && turn.asks.length === 1)
    return isPraise(turn)
      ? `${SAYS_THANKS.test(turn.text) ? "You're very welcome, and thank" : "Thank"} you so much: we are so glad to hear it!`
      : "You're very welcome! Is there anything else I can help with?"
  if (asks.has("greeting") && turn.asks.length === 1)
    return "Hi, and welcome to MyHibachi! I can help with prices, dates, the menu, allergies and your booking. What are you planning?"
  const feeling = feelingOpening(turn)
  if (feeling) return feeling
  if (turn.booking && CANCELLING.some((ask) => asks.has(ask)))
    return "I understand that plans change, and I am here to help."
  const isStatement = turn.asks.every((ask) => ask === "unknown.topic") && turn.book.all().length === 0
  return isStatement &&
    !turn.text.includes("?") &&
    turn.outcome.tasks.length === 0 &&
    turn.outcome.handOver.length === 0
    ? "Thank you for your message! What can I do for you: a price, a date, the menu, or your booking?"
    : ""
}

/** Nobody gives up a party lightly; whoever weighs it hears a kind word before the rule. */
const CANCELLING = ["mine.cancel", "cancel.policy", "deposit.refund"] as const
const SAYS_THANKS = /\b(?:thanks|thank you|grateful|appreciate)\b/i
const PRAISE =
  /\b(?:chef|food|party|night|evening|everyone|everybody|guests|family|mom|dad|kids|you (?:all|guys)|loved|great|amazing|awesome|wonderful|best|perfect|fun|blast|delicious|happy)\b/i

function isPraise({ text }: Turn): boolean {
  if (praises(text)) return true
  return text.split(/\s+/).length >= 5 && PRAISE.test(text)
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
    return `I am very sorry, and thank you for raising this. We take it very seriously: sake is only for guests who are ${turn.business.parameters.guests.drinkFromAge} or older.`
  if (reasons.includes("vulnerable_person"))
    return "I am so sorry. Thank you for trusting me with this; you are not alone with it."
  if (reasons.some((reason) => /legal_threat|chargeback|refund_demand/.test(reason)))
    return "I am sorry that it has come to this, and I understand that you want it settled."
  return ""
}

const JOY = /!!|\b(?:so excited|can't wait|having a baby)\b/i
const HEAVY = ["angry", "sad", "anxious", "urgent-worried", "frustrated", "disappointed", "embarrassed"]
/** A weak feeling is met too when it is a hard one; a weak joy needs no words. */
const LEAST_HARD = 0.35
const LEAST_JOY = 0.5

function feelingOpening(turn: Turn): string {
  const emotion = emotionMet(turn)
  const isHard = HEAVY.includes(emotion.primary)
  const isOccasion = emotion.flags.includes("special_occasion")
  if (isOccasion && !isHard && (JOY.test(turn.text) || isJoyfulNews(turn.text))) return CONGRATULATION
  const isFelt =
    emotion.intensity >= (isHard ? LEAST_HARD : LEAST_JOY) ||
    turn.asks.includes("emotional.support") ||
    (isOccasion && ["excited", "happy"].includes(emotion.primary) && emotion.intensity >= 0.3)
  return isFelt ? wordsFor(turn, emotion, isOccasion) : ""
}

/** A feeling that had a message of its own is met in the answer to the question behind it. */
function emotionMet({ understanding, memory }: Turn): EmotionReading {
  const { emotion } = understanding
  const before = memory.understanding?.emotion
  const wasOnlyFelt = (memory.lastAsks ?? []).every((ask) => SMALL_TALK.includes(ask))
  const isCalm = ["neutral", "curious", "confused"].includes(emotion.primary)
  return before && wasOnlyFelt && isCalm && HEAVY.includes(before.primary) ? before : emotion
}

const SMALL_TALK = ["emotional.support", "unknown.topic", "greeting", "thanks"]

const SALES = /^(?:price|availability|booking|travel|tip|deposit|menu)\./

const CONGRATULATION = "Congratulations, how exciting! We are so happy for you."

function asksSomething({ asks }: Turn): boolean {
  return asks.some((ask) => !SMALL_TALK.includes(ask))
}

function wordsFor(turn: Turn, { primary }: EmotionReading, isOccasion: boolean): string {
  switch (primary) {
    case "angry":
    case "frustrated":
      return "I am sorry for the frustration, and I understand it. Let me help right away."
    case "disappointed":
      return "I am sorry that we disappointed you, and I understand."
    case "anxious":
    case "urgent-worried":
      // "ASAP" in front of a price asks for speed, not for comfort.
      if (primary === "urgent-worried" && turn.asks.every((ask) => SALES.test(ask))) return ""
      return "I understand the worry, and I am here to help: you are in good hands, and we take it step by step."
    case "sad":
      return "I am so sorry that things are hard right now. We will keep this easy for you."
    case "embarrassed":
      return "No need to worry at all: that happens to everybody, and we are happy to help."
    case "excited":
    case "happy":
      if (isOccasion) return CONGRATULATION
      // A friendly word in a question is no news to be glad about.
      return asksSomething(turn) ? "" : "How wonderful, that is lovely to hear!"
    case "grateful":
      // A short thanks in front of the next question is politeness; that question is what counts.
      if (asksSomething(turn) && !isPraise(turn)) return ""
      return "Thank you so much, that is very kind!"
    default:
      return turn.asks.includes("emotional.support")
        ? "Thank you for telling me; I understand, and I am happy to help."
        : ""
  }
}
