import type { Claim } from "@myhibachi/contract/classroom"
import { answeredAsks } from "./judge-draft.ts"
import type { Critique } from "./run-critique.ts"
import type { DiscussInput, Draft } from "./session.ts"
import { agreementOf } from "./verified-claims.ts"

/** What one seat alone is worth where several could agree. */
const ALONE = 0.6

/**
 * Raw confidence from what can be counted: agreement of blind proposals, the reviewers' verdicts and the
 * guard; never from what a model says of itself. 0–1.
 */
export function measureConfidence(
  input: DiscussInput,
  chosen: Draft,
  proposals: readonly Draft[],
  critique: Critique | null,
): number {
  const claims: Claim[] = chosen.verified
  const agreement = proposals.length > 1 ? agreementOf(claims, proposals) : ALONE
  const passing = proposals.filter((draft) => draft.verdict.passes).length / Math.max(1, proposals.length)
  const { supported, all } = critique?.verdicts ?? { supported: 0, all: 0 }
  const verdicts = all > 0 ? supported / all : agreement
  const open = input.asks.length === 0 ? 1 : answeredAsks(chosen, input.asks, input.facts) / input.asks.length
  return (0.4 * agreement + 0.25 * verdicts + 0.35 * passing) * (0.5 + 0.5 * open)
}
