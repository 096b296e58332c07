import { countText } from "#modules/knowledge/index.ts"
import { policyTool } from "../tools/business-tools.ts"
import type { Gather } from "../turn/turn.ts"
import { addPassages } from "./passages.ts"
import { planOf } from "./plan-party.ts"

const RULE = policyTool.name

/** Whether a group of this size can come. */
export const groupSize: Gather = async (turn, ask) => {
  const { maximumGuests, minimumAdults } = turn.business.parameters.guests
  if (/\b(?:0|zero|no) (?:people|guests|adults|persons)\b/i.test(turn.text)) {
    turn.book.addFromTool(ask, RULE, `A party needs at least ${countText(minimumAdults, "adult")}.`)
    return
  }
  const plan = planOf(turn)
  if (!plan) return
  if (plan.guests > maximumGuests) {
    turn.book.addFromTool(
      ask,
      RULE,
      `${countText(plan.guests, "guest")} are more than the ${maximumGuests} that we can book here; a person plans such a party with you.`,
    )
    turn.outcome.openQuestions.push("a party above the largest size")
    turn.outcome.tasks.push({
      kind: "booking",
      title: "A party above the largest size",
      isUrgent: false,
      dueInHours: 4,
    })
    return
  }
  const chefs = plan.chefs === 1 ? "one chef comes" : `${plan.chefs} chefs come`
  turn.book.addFromTool(ask, RULE, `We cook for ${countText(plan.guests, "guest")}; ${chefs}.`)
  const priceOf = (sku: string) =>
    turn.business.priceBook.prices.find((price) => price.sku === sku)?.amount.amount ?? 0
  if (plan.guests * priceOf("adult") < priceOf("minimum-food")) addPassages(turn, ask, "price.minimum")
}
