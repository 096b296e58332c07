import type { ReadySeat } from "../seats/find-seats.ts"
import { affordable } from "./ask-seats.ts"
import { byRole, type Conclusion, conclude } from "./conclude.ts"
import { bestDraft } from "./judge-draft.ts"
import { hasTimeFor, TIME_SHARES } from "./plan-rounds.ts"
import { type Critique, critiqueQuestions, runCritique, struckClaims } from "./run-critique.ts"
import { runProposals } from "./run-proposals.ts"
import { reasonsToRevise, revisionQuestions, runRevision } from "./run-revision.ts"
import { type Draft, type Session, skipRound, slowestAnswerMs, timeLeftMs } from "./session.ts"
import { agreeOnAll } from "./verified-claims.ts"

/** The cheapest seat answers; when it fails or is refused, the next one. */
export async function speakAlone(session: Session): Promise<Conclusion> {
  const order = session.seats.toSorted((one, other) => aloneRank(session, one) - aloneRank(session, other))
  const proposals: Draft[] = []
  for (const [index, seat] of order.entries()) {
    const share = index === order.length - 1 ? 1 : TIME_SHARES.alone
    if (timeLeftMs(session) === 0) break
    proposals.push(...(await runProposals(session, [seat], timeLeftMs(session) * share)))
    if (bestDraft(session.input, proposals)) break
  }
  if (order.length === 0) skipRound(session, "proposal", "no-seat-left")
  const chosen = bestDraft(session.input, proposals)
  return { chosen, source: chosen ? "proposal" : null, proposals, critique: null }
}

function aloneRank(session: Session, seat: ReadySeat): number {
  if (seat.role === session.input.preferredRole) return -1
  return seat.price.inputMicrosPerMillion + seat.price.outputMicrosPerMillion
}

/** Blind proposals, then one answer from what is verified. */
export async function holdTwoRounds(session: Session): Promise<Conclusion> {
  const proposals = await runProposals(
    session,
    session.seats,
    timeLeftMs(session) * TIME_SHARES.proposalOfTwo,
  )
  if (proposals.length > 1 && agreeOnAll(proposals)) {
    const agreed = bestDraft(session.input, byRole(session, proposals))
    if (agreed) return concludeAgreed(session, agreed, proposals)
  }
  return conclude(session, proposals, proposals, null, new Set())
}

/**
 * Proposals, critique, revision where a fact asks for it, synthesis. Agreement of the proposals does not end it
 * before the critique: where much is at stake, what all of them left out is the likeliest mistake.
 */
export async function holdFourRounds(session: Session): Promise<Conclusion> {
  const proposals = await runProposals(
    session,
    session.seats,
    timeLeftMs(session) * TIME_SHARES.proposalOfFour,
  )
  const critique = await critiqueRound(session, proposals)
  const struck = new Set(
    critique ? proposals.flatMap((draft) => [...struckClaims(critique, draft, proposals.length - 1)]) : [],
  )
  const revised = critique ? await revisionRound(session, proposals, critique) : proposals
  return conclude(session, proposals, revised, critique, struck)
}

/** From here on every seat looks again, even when no reviewer found a reason: one may see what no peer saw. */
const ALWAYS_REVISED_FROM = 0.9

async function critiqueRound(session: Session, proposals: Draft[]): Promise<Critique | null> {
  if (proposals.length < 2) {
    return skipRound(session, "critique", "no-peers")
  }
  const questions = critiqueQuestions(session, proposals)
  const cost = [...questions.values()]
  // The critique is worth nothing when the synthesis behind it can no longer be paid.
  if (affordable(session, [...cost, cost[0]!]).length <= cost.length)
    return skipRound(session, "critique", "budget")
  if (!hasTimeFor(2, timeLeftMs(session), slowestAnswerMs(session)))
    return skipRound(session, "critique", "deadline")
  return runCritique(session, questions, timeLeftMs(session) * TIME_SHARES.critique)
}

async function revisionRound(session: Session, proposals: Draft[], critique: Critique): Promise<Draft[]> {
  const present = proposals.filter((draft) => session.seats.some((seat) => seat.id === draft.seat.id))
  const isAlwaysRevised = session.input.complexity >= ALWAYS_REVISED_FROM
  const doubtful = present.filter(
    (draft) => isAlwaysRevised || reasonsToRevise(session, draft, critique).length > 0,
  )
  if (doubtful.length === 0) {
    skipRound(session, "revision", "no-reason-to-revise")
    return proposals
  }
  const questions = revisionQuestions(session, doubtful, critique)
  if (affordable(session, [...questions, questions[0]!]).length <= questions.length) {
    skipRound(session, "revision", "budget")
    return proposals
  }
  if (!hasTimeFor(2, timeLeftMs(session), slowestAnswerMs(session))) {
    skipRound(session, "revision", "deadline")
    return proposals
  }
  return runRevision(session, proposals, questions, critique, timeLeftMs(session) * TIME_SHARES.revision)
}

function concludeAgreed(session: Session, chosen: Draft, proposals: Draft[]): Conclusion {
  skipRound(session, "synthesis", "agreed")
  return { chosen, source: "proposal", proposals, critique: null }
}
