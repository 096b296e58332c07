import { listText, startText } from "#modules/knowledge/index.ts"
import { zoneOf } from "../turn/situation.ts"
import type { MissingPart, Turn } from "../turn/turn.ts"

const QUESTIONS: Record<MissingPart, string> = {
  guests: "how many guests you expect (adults, children and little ones)",
  date: "which date you have in mind",
  place: "the city or ZIP code of the party",
  time: "which start suits you",
  street: "the street address of the party",
  contact: "your name and an e-mail address or phone number",
  identity: "",
  "item-count": "how many of these you would like",
}

const FOR_PARTY: MissingPart[] = ["guests", "date", "place"]

/** What follows the facts: the question that is left, the confirmation that is asked, the person who comes. */
export function closingOf(turn: Turn): string[] {
  return [
    ...missingQuestion(turn),
    ...identitySentence(turn),
    ...proposalSentence(turn),
    ...followUpSentence(turn),
    ...nextStep(turn),
  ]
}

function missingQuestion(turn: Turn): string[] {
  if (isHandedOver(turn)) return []
  const parts = [...turn.outcome.missing].filter((part) => QUESTIONS[part] !== "")
  if (parts.length === 0) return []
  const isParty = parts.some((part) => FOR_PARTY.includes(part))
  const questions = listText(parts.map((part) => QUESTIONS[part]))
  return [`${isParty ? "To make it exact, please tell me" : "Please tell me"} ${questions}.`]
}

function identitySentence(turn: Turn): string[] {
  if (!turn.outcome.missing.has("identity") || turn.customerId) return []
  return turn.passages.filter((each) => each.topics.includes("identity.needed")).map((each) => each.text)
}

function proposalSentence(turn: Turn): string[] {
  const { proposal } = turn.outcome
  if (!proposal || isHandedOver(turn)) return []
  return [`Shall I ${proposal.summary}? Nothing changes until you answer "yes".`]
}

/** A person is promised only together with a task that is due at that very time. */
function followUpSentence(turn: Turn): string[] {
  const dueAt = followUpAt(turn)
  if (!dueAt) return []
  const by = startText(dueAt, zoneOf(turn))
  if (isHandedOver(turn))
    return [
      `I have passed this on to a person from our team with everything you wrote; they will get back to you here by ${by}.`,
    ]
  const open = turn.outcome.tasks.flatMap(({ about }) => (about ? [`"${about}"`] : []))
  if (open.length > 0)
    return [
      `About ${listText(open)} I could not find out enough, so I have asked our team; a person will tell you by ${by}.`,
    ]
  const isUnknown = turn.book.all().every((fact) => fact.role === "detail")
  return [
    `${isUnknown ? "I don't know that, so I" : "I"} have asked our team; a person will tell you by ${by}.`,
  ]
}

/** @returns when a person answers at the latest, or null when none is needed. */
export function followUpAt(turn: Turn) {
  const hours = [
    ...(isHandedOver(turn) ? [isUrgent(turn) ? 1 : 4] : []),
    ...turn.outcome.tasks.map((task) => task.dueInHours),
  ]
  if (hours.length === 0) return null
  // Full quarters of an hour are a time that people can keep.
  const due = turn.now.add({ minutes: Math.round(Math.min(...hours) * 60) })
  return due.round({ smallestUnit: "minute", roundingIncrement: 15, roundingMode: "ceil" })
}

/** @returns whether a person must look at once. */
export function isUrgent(turn: Turn): boolean {
  const { mustEscalate, emotion } = turn.understanding
  return mustEscalate.some((reason) => reason !== "asks_for_a_human") || emotion.priority === "urgent"
}

/** @returns whether this turn brings a person. */
export function isHandedOver(turn: Turn): boolean {
  return turn.outcome.handOver.length > 0
}

function nextStep(turn: Turn): string[] {
  const hasStarts = turn.outcome.cards.some((card) => card.kind === "starts")
  if (!hasStarts || isHandedOver(turn) || turn.outcome.proposal) return []
  return ["Shall I hold one of these starts for you?"]
}
