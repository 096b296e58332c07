import type { CandidateRule } from "@myhibachi/contract/assignments"
import { whyNotFree } from "../rule-words.ts"

/** @returns one sentence for staff: why the chef cannot take a booked party. */
export function whyNoCandidate(name: string, rule: CandidateRule): string {
  switch (rule) {
    case "has-this-party":
      return `${name} has this party already.`
    case "declined":
      return `${name} declined this party.`
    default:
      return whyNotFree(name, rule)
  }
}
