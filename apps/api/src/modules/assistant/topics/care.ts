import { businessContactTool } from "../tools/business-tools.ts"
import type { Gather } from "../turn/turn.ts"

/** What a person must answer: said as such, with a task. */
export const unknownToUs: Gather = async (turn, ask) => {
  const subject = ask.replace("unknown.", "").replaceAll("_", " ")
  turn.outcome.tasks.push({
    kind: "answer",
    title:
      subject === "topic"
        ? "A question that the knowledge base does not answer"
        : `Question about ${subject}`,
    isUrgent: false,
    dueInHours: 24,
  })
}

/** What only a person can answer: said as such, and the conversation waits for one. */
export const waitForPerson: Gather = async (turn, ask) => {
  await unknownToUs(turn, ask)
  turn.outcome.openQuestions.push(`a question about ${ask.replace("unknown.", "").replaceAll("_", " ")}`)
}

/** A wish for a lower price: never decided here, always passed on. */
export const discountWish: Gather = async (turn) => {
  turn.outcome.tasks.push({
    kind: "answer",
    title: "Customer asks for a discount: approve or decline",
    isUrgent: false,
    dueInHours: 24,
  })
}

/** Somebody wants a person. */
export const humanRequest: Gather = async (turn) => {
  turn.outcome.handOver.push("asks for a person")
  await turn.tools.call(businessContactTool, {})
}

/** A complaint always reaches a person, with a time that is scheduled. */
export const complaint: Gather = async (turn) => {
  turn.outcome.handOver.push("complaint")
}

/** Somebody is leaving. */
export const leaving: Gather = async (turn) => {
  turn.outcome.handOver.push("wants to leave us")
}

/** Something about the customer's booking that only a person can change. */
export const personChanges: Gather = async (turn) => {
  turn.outcome.tasks.push({
    kind: "booking",
    title: "Customer wants another address for the party",
    isUrgent: false,
    dueInHours: 4,
  })
  if (!turn.booking) turn.outcome.missing.add("identity")
}
