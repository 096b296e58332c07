import type { JsonObject } from "../core/json.ts"
import { type Prompt, sectionOf } from "./prompt.ts"
import { coverage, isNegative, numbersIn } from "./words.ts"

const pairs = [
  ["a", "b"],
  ["first", "second"],
  ["answer_a", "answer_b"],
  ["one", "other"],
  ["teacher", "student"],
  ["cached", "fresh"],
  ["expected", "actual"],
] as const

/** Whether two texts of the prompt say the same: equal numbers, equal polarity, mostly equal words. */
export function judge(prompt: Prompt): JsonObject {
  const [one, other] = findPair(prompt)
  const numbers = (text: string) =>
    [...new Set(numbersIn(text).map((mention) => mention.value))]
      .sort((left, right) => left - right)
      .join(" ")
  const isSame =
    numbers(one) === numbers(other) &&
    isNegative(one) === isNegative(other) &&
    Math.min(coverage(one, other), coverage(other, one)) >= 0.5
  return { same: isSame, equal: isSame, agree: isSame, equivalent: isSame }
}

function findPair(prompt: Prompt): [string, string] {
  for (const [first, second] of pairs) {
    const one = sectionOf(prompt.rest, first)
    const other = sectionOf(prompt.rest, second)
    if (one !== undefined && other !== undefined) return [one, other]
  }
  return [prompt.peers[0]?.text ?? prompt.message, prompt.peers[1]?.text ?? ""]
}
