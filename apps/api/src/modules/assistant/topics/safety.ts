import type { Turn } from "../turn/turn.ts"
import { allergenSafe } from "./food.ts"

/** What may be told at once when there is danger: help first, then the ingredients. */
export async function safetyFacts(turn: Turn, reasons: readonly string[]): Promise<void> {
  const isMedical = reasons.some((reason) => /reaction|injury|poisoning/.test(reason))
  if (isMedical)
    for (const passage of turn.passages.filter((each) => each.topics.includes("safety.emergency")))
      turn.book.addPassage("safety", passage, "answer")
  const isAllergy = reasons.some((reason) => /allerg/.test(reason))
  const hasAllergens = turn.newSlots.allergies.length > 0 || turn.newSlots.allergensNamed.length > 0
  if (isAllergy && hasAllergens) await allergenSafe(turn, "allergen.safe_options")
}
