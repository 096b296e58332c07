import { policyTool } from "../tools/business-tools.ts"
import type { Gather } from "../turn/turn.ts"
import { answerFood } from "./food-questions.ts"
import { addPassages } from "./passages.ts"

const AGE =
  /\b(?:is|are|am|was|he's|she's|they're|i'm|aged?|only|just|turns?|turning) (?:only |just |still |about to be )*(\d{1,2})\b(?! ?(?:adults|guests|people|kids|of us|miles|%|pm|am|:|orders|bottles|cups|glasses))|\b(\d{1,2})[- ]years?[- ]olds?\b/gi
const IN_TIME =
  /\b(?:turns?|turning|will be|birthday)\b[^.?!]{0,40}\b(?:before|by|on the day of|the day of|at) (?:the |our )?(?:party|event|dinner)\b/i
const GROUP = /\b(?:who|which|what) (?:can|may|is allowed)|\bages?\b/i

/** Whether somebody of a stated age may have sake: the age on the day of the party decides. */
export const drinkAge: Gather = async (turn, ask) => {
  const { drinkFromAge } = turn.business.parameters.guests
  const ages = [...turn.text.matchAll(AGE)].map((match) => Number(match[1] ?? match[2]))
  const youngest = Math.min(...ages)
  if (Number.isFinite(youngest) && youngest < drinkFromAge && !GROUP.test(turn.text)) {
    const isThere = ages.includes(drinkFromAge) && IN_TIME.test(turn.text)
    turn.book.addFromTool(
      ask,
      policyTool.name,
      isThere
        ? `Whoever is ${drinkFromAge} on the day of the party may have sake.`
        : `No, not at ${youngest}: sake is only for guests who are ${drinkFromAge} or older on the day of the party.`,
    )
  }
  await answerFood(turn, ask)
  addPassages(turn, ask, "menu.drinks")
}
