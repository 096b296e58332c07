import type { Turn } from "../turn/turn.ts"
import { allergenSafe } from "./food.ts"

/** Words about one's own life and its end, which no frail parent and no gas left on is told of with. */
const DESPAIR =
  /\b(?:suicid\w+|kill|die|dead|pills|alive|live|living|life|existence|exist|wake up|point|reason|disappear|be here|be around|around anymore|without me|end(?:ing)? (?:it|everything)|hurt(?:ing)? myself|cutting myself|go(?:ing)? on|keep going|burden|goodbye|letter|morir|vivir|vida|despertar)\b/i

function tellSafety(turn: Turn, topic: string): void {
  for (const passage of turn.passages.filter((each) => each.topics.includes(topic)))
    turn.book.addPassage("safety", passage, "answer")
}

/** What may be told at once when there is danger: help first, then the ingredients. */
export async function safetyFacts(turn: Turn, reasons: readonly string[]): Promise<void> {
  const isMedical = reasons.some((reason) => /reaction|injury|poisoning/.test(reason))
  if (isMedical) tellSafety(turn, "safety.emergency")
  if (reasons.includes("vulnerable_person") && DESPAIR.test(turn.text)) tellSafety(turn, "safety.despair")
  const isAllergy = reasons.some((reason) => /allerg/.test(reason))
  const hasAllergens = turn.newSlots.allergies.length > 0 || turn.newSlots.allergensNamed.length > 0
  if (isAllergy && hasAllergens) await allergenSafe(turn, "allergen.safe_options")
}
