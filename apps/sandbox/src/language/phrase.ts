import type { Claim, Fact } from "./prompt.ts"
import type { Style } from "./request.ts"
import { asSentence, plainName } from "./words.ts"

const openings: Record<Style, string> = {
  orderly: "",
  warm: "Thank you for asking, I am glad to help.",
  brief: "",
  plain: "",
}

const noInformation: Record<Style, string> = {
  orderly: "I do not have the information to answer that yet.",
  warm: "Thank you for asking; I do not have the information to answer that yet.",
  brief: "I need more information for that.",
  plain: "I do not have that information.",
}

/** One claim per fact, with the fact's numbers untouched. */
export function claimsFrom(facts: Fact[]): Claim[] {
  return facts.map((fact) => ({ text: sentenceOf(fact), facts: [fact.id] }))
}

/** The claims as one answer in the vendor's manner, and plain words for what stays open. */
export function phraseAnswer(claims: Claim[], unanswered: string[], style: Style): string {
  const sentences = claims.map((claim) => asSentence(claim.text))
  const open = unanswered.length > 0 ? [openSentence(unanswered)] : []
  if (sentences.length === 0) return open[0] ?? noInformation[style]
  const said = [openings[style], ...sentences].filter((sentence) => sentence !== "").join(" ")
  return [said, ...open].join(style === "orderly" ? "\n" : " ")
}

/** What is said when there is neither a fact nor a tool. */
export function askForInformation(style: Style): string {
  return noInformation[style]
}

function openSentence(unanswered: string[]): string {
  return `I do not have confirmed information on ${unanswered.map(plainName).join(", ")}.`
}

function sentenceOf(fact: Fact): string {
  const isSentence = /\s/.test(fact.text) && /[a-z]/i.test(fact.text) && fact.text.split(/\s+/).length >= 3
  return asSentence(isSentence ? fact.text : `${plainName(fact.topic)}: ${fact.text}`)
}
