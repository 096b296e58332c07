import type { Claim, Fact } from "./prompt.ts"
import { coverage, isNegative, type NumberMention, numbersIn } from "./words.ts"

type Verdict = { verdict: "supported" | "unsupported" | "wrong"; fact: string | null }

/** What the claim may be checked against besides facts: the customer's own words and slots. */
export type Surroundings = { message: string; slots: string }

const enoughWords = 0.5

/** Holds every number and the words of a claim against the facts it cites, or the nearest one. */
export function checkClaim(claim: Claim, facts: Fact[], around: Surroundings): Verdict {
  const cited = facts.filter((fact) => claim.facts.includes(fact.id))
  const nearest = nearestFact(claim.text, facts)
  const basis = cited.length > 0 ? cited : nearest ? [nearest] : []
  const first = basis[0]
  if (!first) return { verdict: "unsupported", fact: null }
  const text = basis.map((fact) => `${fact.topic} ${fact.text}`).join(" ")
  if (coverage(claim.text, text) < enoughWords) return { verdict: "unsupported", fact: null }
  if (!numbersAgree(claim.text, text, around)) return { verdict: "wrong", fact: first.id }
  if (isNegative(claim.text) !== isNegative(text) && coverage(text, claim.text) >= enoughWords) {
    return { verdict: "wrong", fact: first.id }
  }
  return { verdict: "supported", fact: first.id }
}

/** The fact that covers most of the text's words; undefined when none covers half of them. */
export function nearestFact(text: string, facts: Fact[]): Fact | undefined {
  const scored = facts.map((fact) => ({ fact, share: coverage(text, `${fact.topic} ${fact.text}`) }))
  const best = scored.sort((one, other) => other.share - one.share)[0]
  return best && best.share >= enoughWords ? best.fact : undefined
}

function numbersAgree(claim: string, facts: string, around: Surroundings): boolean {
  const known = numbersIn(facts)
  const own = numbersIn(`${around.message} ${around.slots}`)
  const has = (list: NumberMention[], mention: NumberMention) =>
    list.some((entry) => entry.value === mention.value)
  // An amount of money must stand in the fact; a count may be the customer's own.
  return numbersIn(claim).every((mention) => has(known, mention) || (!mention.isMoney && has(own, mention)))
}
