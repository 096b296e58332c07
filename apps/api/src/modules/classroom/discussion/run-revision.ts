import type { Claim, Flip } from "@myhibachi/contract/classroom"
import { instructionsFor, RevisionReply } from "../prompts.ts"
import { writePrompt } from "../write-prompt.ts"
import { askSeats, type SeatQuestion } from "./ask-seats.ts"
import { checkClaim } from "./check-claim.ts"
import { judgeDraft } from "./judge-draft.ts"
import type { Critique } from "./run-critique.ts"
import type { DiscussInput, Draft, Session } from "./session.ts"
import { unusedFacts } from "./verified-claims.ts"

/** @returns what a seat should look at again: refused claims, objections, asks left open and unused facts. */
export function reasonsToRevise(session: Session, draft: Draft, critique: Critique): string[] {
  const { asks, facts } = session.input
  return [
    ...draft.refused.map(({ text, problem }) => `“${text}”: ${problem}`),
    ...(critique.objections.get(draft.seat.id) ?? []).map(
      ({ claim, verdict, fact }) => `“${claim}” is ${verdict}${fact ? `, see ${fact}` : ""}.`,
    ),
    ...missingLine(asks.filter((ask) => critique.missing.get(draft.seat.id)?.includes(ask))),
    ...draft.unanswered.map((ask) => `Left open: ${ask}.`),
    ...unusedFacts(draft, facts).map((fact) => `Not used: ${fact.id} (${fact.topic}).`),
  ]
}

export function revisionQuestions(
  session: Session,
  drafts: readonly Draft[],
  critique: Critique,
): SeatQuestion[] {
  const { facts, question, asks } = session.input
  return drafts.map((draft) => ({
    seat: draft.seat,
    prompt: writePrompt({
      facts,
      question,
      asks,
      ownAnswer: draft,
      critiques: reasonsToRevise(session, draft, critique),
    }),
  }))
}

/** Third round: a seat may change its answer, but only what a fact bears; everything else is put back. */
export async function runRevision(
  session: Session,
  drafts: readonly Draft[],
  questions: SeatQuestion[],
  critique: Critique,
  timeoutMs: number,
): Promise<Draft[]> {
  const answers = await askSeats(session, {
    round: "revision",
    instructions: instructionsFor("revision", session.input.agent.manner),
    schema: RevisionReply,
    questions,
    timeoutMs,
  })
  return drafts.map((draft) => {
    const answer = answers.find((entry) => entry.seat.id === draft.seat.id)
    // A seat that fails now keeps its checked proposal.
    if (!answer) return draft
    const { revised, flips } = applyRevision(session.input, draft, answer.output, critique)
    session.flips.push(...flips)
    answer.response.proposal = {
      answer: answer.output.answer,
      claims: answer.output.claims,
      unanswered: answer.output.unanswered,
    }
    answer.response.refusedClaims = revised.refused
    return revised
  })
}

/** Takes over the changes that stand on a fact. Exported for its test. */
export function applyRevision(
  input: DiscussInput,
  draft: Draft,
  reply: RevisionReply,
  critique: Critique,
): { revised: Draft; flips: Flip[] } {
  const flips = changesOf(draft, reply).map((change) => ({
    ...change,
    seatId: draft.seat.id,
    isAccepted: isGrounded(input, draft, change, critique),
  }))
  const gone = new Set(flips.filter((flip) => flip.isAccepted && flip.from !== "").map((flip) => flip.from))
  const added = flips
    .filter((flip) => flip.isAccepted && flip.to !== "")
    .map((flip) => ({ text: flip.to, facts: [flip.fact] }))
  const kept = draft.claims.filter((claim) => !gone.has(claim.text))
  const claims = withoutTwins([...kept, ...added])
  const isFaithful = flips.every((flip) => flip.isAccepted) && sameTexts(claims, reply.claims)
  // The seat's new words count only when they say what was accepted; otherwise its earlier words stand.
  const answer = isFaithful ? reply.answer : draft.answer
  return { revised: judgeDraft(input, draft.seat, { answer, claims, unanswered: reply.unanswered }), flips }
}

type Change = Pick<Flip, "from" | "to" | "fact">

/** @returns the changes that were listed, and those that were made without being listed. */
function changesOf(draft: Draft, reply: RevisionReply): Change[] {
  const before = new Set(draft.claims.map((claim) => claim.text))
  const after = new Set(reply.claims.map((claim) => claim.text))
  const listed = reply.changes.filter((change) => change.from !== change.to)
  const hidden = reply.claims
    .filter((claim) => !before.has(claim.text) && !listed.some((change) => change.to === claim.text))
    .map((claim) => ({ from: "", to: claim.text, fact: claim.facts[0] ?? "" }))
  const dropped = draft.claims
    .filter((claim) => !after.has(claim.text) && !listed.some((change) => change.from === claim.text))
    .map((claim) => ({ from: claim.text, to: "", fact: "" }))
  return [...listed, ...hidden, ...dropped]
}

function isGrounded(input: DiscussInput, draft: Draft, change: Change, critique: Critique): boolean {
  const isListed = change.fact !== ""
  const wasVerified = draft.verified.some((claim) => claim.text === change.from)
  const wasDoubted =
    critique.objections.get(draft.seat.id)?.some((entry) => entry.claim === change.from) ?? false
  // What was right is not given up for nothing, however many peers ask for it.
  if (change.to === "") return !wasVerified
  if (wasVerified && !wasDoubted) return false
  return isListed && checkClaim({ text: change.to, facts: [change.fact] }, input.facts).isSupported
}

function missingLine(asks: string[]): string[] {
  return asks.length > 0 ? [`missing: ${asks.join(", ")}`] : []
}

function withoutTwins(claims: Claim[]): Claim[] {
  return claims.filter((claim, index) => claims.findIndex((other) => other.text === claim.text) === index)
}

function sameTexts(one: Claim[], other: Claim[]): boolean {
  const texts = new Set(other.map((claim) => claim.text))
  return one.length === texts.size && one.every((claim) => texts.has(claim.text))
}
