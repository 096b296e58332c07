import type { ProposalReply } from "../prompts.ts"
import type { ReadySeat } from "../seats/find-seats.ts"
import { checkClaim, type Fact } from "./check-claim.ts"
import { checkProse } from "./check-prose.ts"
import type { DiscussInput, Draft } from "./session.ts"

/** Holds a seat's answer against the facts and the caller's guard. */
export function judgeDraft(input: DiscussInput, seat: ReadySeat, reply: ProposalReply): Draft {
  const checks = reply.claims.map((claim) => ({ claim, check: checkClaim(claim, input.facts) }))
  const verified = checks.filter(({ check }) => check.isSupported).map(({ claim }) => claim)
  const refused = checks.flatMap(({ claim, check }) =>
    check.isSupported ? [] : [{ text: claim.text, problem: check.problem }],
  )
  const prose = checkProse(reply.answer, reply.claims, input.facts, input.question)
  const guard = input.checkDraft(reply.answer)
  const problems = [
    ...refused.map(({ text, problem }) => `“${text}”: ${problem}`),
    ...prose.problems,
    ...guard.problems,
    ...(reply.answer.trim() === "" ? ["The answer is empty."] : []),
  ]
  const passes = refused.length === 0 && prose.passes && guard.passes && reply.answer.trim() !== ""
  return { seat, ...reply, verified, refused, verdict: { passes, problems } }
}

/** @returns how many of the asks that facts can answer the draft does answer. */
export function answeredAsks(
  draft: Pick<Draft, "verified">,
  asks: readonly string[],
  facts: readonly Fact[],
): number {
  const cited = new Set(draft.verified.flatMap((claim) => claim.facts))
  return asks.filter((ask) => facts.some((fact) => cited.has(fact.id) && bearsOn(fact.topic, ask))).length
}

/** @returns whether a fact of `topic` answers `ask`: the same name, or one above the other. */
export function bearsOn(topic: string, ask: string): boolean {
  return topic === ask || topic.startsWith(`${ask}.`) || ask.startsWith(`${topic}.`)
}

/**
 * @returns the draft that the guard likes best: it passes, answers most asks, has most verified claims.
 * Earlier ones win ties. Null when none passes.
 */
export function bestDraft(input: DiscussInput, drafts: readonly Draft[]): Draft | null {
  const passing = drafts.filter((draft) => draft.verdict.passes)
  const score = (draft: Draft) => answeredAsks(draft, input.asks, input.facts) * 1000 + draft.verified.length
  return passing.reduce<Draft | null>(
    (best, draft) => (best && score(best) >= score(draft) ? best : draft),
    null,
  )
}
