import type { JsonObject } from "../core/json.ts"
import { checkClaim, nearestFact, type Surroundings } from "./check-claim.ts"
import { chooseFacts, factsFor } from "./choose-facts.ts"
import { claimsFrom, phraseAnswer } from "./phrase.ts"
import type { Claim, Prompt } from "./prompt.ts"
import type { Style } from "./request.ts"
import { wordsOf } from "./words.ts"

/** A proposal: an answer from the facts that bear on the question. */
export function propose(prompt: Prompt, style: Style): JsonObject {
  const { facts, unanswered } = chooseFacts(prompt, style)
  return answerOf(claimsFrom(facts), unanswered, style)
}

/** A critique: a verdict on every claim of every peer, from the facts alone. */
export function critique(prompt: Prompt): JsonObject {
  const around = surroundingsOf(prompt)
  const reviews = prompt.peers.map((peer) => ({
    letter: peer.letter,
    verdicts: peer.claims.map((claim) => ({ claim: claim.text, ...checkClaim(claim, prompt.facts, around) })),
    missing: prompt.asks.filter((ask) => isMissing(ask, peer.claims, prompt)),
    tone: toneOf(peer.text),
  }))
  return { reviews }
}

/** A revision: the seat's own answer, changed only where a fact says otherwise. */
export function revise(prompt: Prompt, style: Style): JsonObject {
  const around = surroundingsOf(prompt)
  const changes: JsonObject[] = []
  const kept = prompt.ownClaims.flatMap((claim): Claim[] => {
    const { verdict, fact } = checkClaim(claim, prompt.facts, around)
    if (verdict === "supported") return [claim]
    const source = prompt.facts.find((entry) => entry.id === fact) ?? nearestFact(claim.text, prompt.facts)
    // Nothing was found for it, so there is nothing that could stand in its place.
    if (!source) return []
    const [corrected] = claimsFrom([source])
    changes.push({ from: claim.text, to: corrected!.text, fact: source.id })
    return [corrected!]
  })
  const asked = prompt.asks.length > 0 ? prompt.asks : missingTopics(prompt.critiques)
  for (const ask of asked) {
    const missing = factsFor(ask, prompt.facts).filter((fact) => !isCited(fact.id, kept))
    for (const claim of claimsFrom(missing)) {
      kept.push(claim)
      changes.push({ from: "", to: claim.text, fact: claim.facts[0]! })
    }
  }
  const unanswered = prompt.asks.filter((ask) => factsFor(ask, prompt.facts).length === 0)
  return { ...answerOf(withoutDoubles(kept), unanswered, style), changes }
}

/** A synthesis: one answer from claims that were verified, in the order of the asks. */
export function synthesise(prompt: Prompt, verified: Claim[], style: Style): JsonObject {
  const claims = withoutDoubles(verified)
  const rank = (claim: Claim) => {
    const index = prompt.asks.findIndex((ask) => {
      const ids = factsFor(ask, prompt.facts).map((fact) => fact.id)
      return claim.facts.some((id) => ids.includes(id))
    })
    return index < 0 ? prompt.asks.length : index
  }
  const ordered = claims.toSorted((one, other) => rank(one) - rank(other))
  const canTell = prompt.facts.length > 0
  const unanswered = canTell
    ? prompt.asks.filter((ask) => !ordered.some((claim) => answers(ask, claim, prompt)))
    : []
  return answerOf(ordered, unanswered, style)
}

/** The numbers that the customer gave, for counts that no fact repeats. */
function surroundingsOf(prompt: Prompt): Surroundings {
  return { message: prompt.message, slots: JSON.stringify(prompt.slots) }
}

function answerOf(claims: Claim[], unanswered: string[], style: Style): JsonObject {
  return { answer: phraseAnswer(claims, unanswered, style), claims, unanswered }
}

function answers(ask: string, claim: Claim, prompt: Prompt): boolean {
  return factsFor(ask, prompt.facts).some((fact) => claim.facts.includes(fact.id))
}

function isMissing(ask: string, claims: Claim[], prompt: Prompt): boolean {
  return factsFor(ask, prompt.facts).length > 0 && !claims.some((claim) => answers(ask, claim, prompt))
}

function isCited(id: string, claims: Claim[]): boolean {
  return claims.some((claim) => claim.facts.includes(id))
}

function missingTopics(critiques: string): string[] {
  const [, listed = ""] = /missing"?\s*:\s*\[?([^\]\n]*)/i.exec(critiques) ?? []
  return listed
    .split(",")
    .map((topic) => topic.replaceAll(/["'\s]/g, ""))
    .filter((topic) => topic !== "")
}

function withoutDoubles(claims: Claim[]): Claim[] {
  const seen = new Set<string>()
  return claims.filter((claim) => {
    const key = [...wordsOf(claim.text)].join(" ")
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

function toneOf(text: string): string {
  if (/[A-Z]{4,}.*!|!!/.test(text)) return "too loud"
  return text.length < 40 ? "short" : "clear and polite"
}
