import type { AskPattern } from "./ask-patterns.ts"

const DISH =
  "(?:orders?|gyozas?|dumplings?|noodles?|(?:fried )?rice|edamame|steaks?|chicken|shrimp|tofu|lobsters?|filets?|salmon|scallops?|proteins?|plates?|dish(?:es)?|sides?|sauces?|food|salads?|vegetables|upgrades?)"
const MISSED = String.raw`(?:(?:was|were) (?:never|not)|wasn'?t|weren'?t|never|neither(?: one)?|didn'?t|did not|none(?: of (?:it|them|those))?)(?: \w+)? (?:g[oe]t\w*|c[ao]me|arriv\w+|made|served?|show\w*|brought|cooked|there|delivered|appear\w*)`
const SUPPOSED = new RegExp(
  String.raw`\b(?:if|in case|when|would|could|will|might)\b[^.?!]{0,80}\b${MISSED}\b`,
  "i",
)
const TOLD = new RegExp(
  String.raw`\b${DISH}\b[^.?!]{0,50}\b${MISSED}\b|\b${MISSED}\b[^.?!]{0,30}\b${DISH}\b|\b${DISH} (?:was|were) (?:\w+ )?(?:missing|left out|forgotten)\b`,
  "i",
)

/** @returns whether a sentence tells of dishes that were ordered and never came: nobody orders them by it. */
export function tellsMissedDish(sentence: string): boolean {
  return TOLD.test(sentence) && !SUPPOSED.test(sentence)
}

/** What was paid for and never came is a complaint, however kindly it is told. */
export const FAULT_PATTERNS: readonly AskPattern[] = [{ ask: "complaint", words: TOLD, unless: SUPPOSED }]
