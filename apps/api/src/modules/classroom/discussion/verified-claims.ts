import type { Claim } from "@myhibachi/contract/classroom"
import type { Fact } from "./check-claim.ts"
import { contentWords } from "./content-words.ts"
import { bearsOn } from "./judge-draft.ts"
import { readFigures } from "./read-figures.ts"
import type { Draft } from "./session.ts"

/** @returns a key that two seats' wordings of the same claim share: the facts cited and the figures stated. */
export function claimKey(claim: Claim): string {
  const figures = readFigures(claim.text).map((figure) => `${figure.kind}=${figure.value}`)
  return `${[...claim.facts].sort().join(",")}|${[...new Set(figures)].sort().join(",")}`
}

/**
 * @returns every verified claim once, in the order of the asks; the fullest wording stands for all. `struck`
 * holds the keys of claims that most reviewers object to.
 */
export function mergeClaims(
  drafts: readonly Draft[],
  asks: readonly string[],
  facts: readonly Fact[],
  struck: ReadonlySet<string> = new Set(),
): Claim[] {
  const merged = new Map<string, Claim>()
  for (const claim of drafts.flatMap((draft) => draft.verified)) {
    if (struck.has(claimKey(claim))) continue
    const known = merged.get(claimKey(claim))
    if (!known || contentWords(claim.text).length > contentWords(known.text).length)
      merged.set(claimKey(claim), claim)
  }
  const rank = (claim: Claim) => {
    const topics = facts.filter((fact) => claim.facts.includes(fact.id)).map((fact) => fact.topic)
    const index = asks.findIndex((ask) => topics.some((topic) => bearsOn(topic, ask)))
    return index < 0 ? asks.length : index
  }
  return withoutContained([...merged.values()]).sort((one, other) => rank(one) - rank(other))
}

/** @returns whether all drafts say the same: nothing refused, the same claims, the same left open. */
export function agreeOnAll(drafts: readonly Draft[]): boolean {
  const [first, ...others] = drafts
  if (!first || others.length === 0) return false
  const key = (draft: Draft) =>
    JSON.stringify([[...new Set(draft.claims.map(claimKey))].sort(), [...draft.unanswered].sort()])
  return (
    drafts.every((draft) => draft.refused.length === 0) && others.every((draft) => key(draft) === key(first))
  )
}

/** @returns facts that the draft does not use: each is a reason to look again. */
export function unusedFacts(draft: Pick<Draft, "claims">, facts: readonly Fact[]): Fact[] {
  const cited = new Set(draft.claims.flatMap((claim) => claim.facts))
  return facts.filter((fact) => !cited.has(fact.id))
}

/** @returns the share of the claims that at least two drafts hold. */
export function agreementOf(claims: readonly Claim[], drafts: readonly Draft[]): number {
  if (claims.length === 0) return 0
  const shared = claims.filter((claim) => {
    const holders = drafts.filter((draft) => draft.verified.some((entry) => isSameGround(entry, claim)))
    return holders.length >= 2
  })
  return shared.length / claims.length
}

function isSameGround(one: Claim, other: Claim): boolean {
  return claimKey(one) === claimKey(other) || other.facts.every((fact) => one.facts.includes(fact))
}

/** A claim whose fact and figures another claim has too adds nothing. */
function withoutContained(claims: Claim[]): Claim[] {
  const figures = (claim: Claim) => readFigures(claim.text).map((figure) => `${figure.kind}=${figure.value}`)
  return claims.filter(
    (claim) =>
      !claims.some(
        (other) =>
          other !== claim &&
          claimKey(other) !== claimKey(claim) &&
          claim.facts.every((fact) => other.facts.includes(fact)) &&
          figures(claim).every((figure) => figures(other).includes(figure)) &&
          contentWords(claim.text).every((word) => contentWords(other.text).includes(word)),
      ),
  )
}
