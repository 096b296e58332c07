import type { Claim, DiscussionForm } from "@myhibachi/contract/classroom"
import type { Context } from "#platform/context.ts"
import { isInTransaction } from "#platform/database/database.ts"
import { findReadySeats, type ReadySeat } from "../seats/find-seats.ts"
import { affordable } from "./ask-seats.ts"
import { bestDraft } from "./judge-draft.ts"
import { formFor, hasTimeFor, TIME_SHARES } from "./plan-rounds.ts"
import { type Critique, critiqueQuestions, runCritique, struckClaims } from "./run-critique.ts"
import { runProposals } from "./run-proposals.ts"
import { reasonsToRevise, revisionQuestions, runRevision } from "./run-revision.ts"
import { chooseWriter, runRepair, runSynthesis } from "./run-synthesis.ts"
import {
  type DiscussInput,
  type Draft,
  openSession,
  type Session,
  skipRound,
  slowestAnswerMs,
  timeLeftMs,
} from "./session.ts"
import { storeDiscussion } from "./store-discussion.ts"
import { agreeOnAll, mergeClaims, unusedFacts } from "./verified-claims.ts"

export type DiscussResult =
  | {
      kind: "answer"
      discussionId: string
      answer: string
      /** Verified claims with the facts they rest on. */
      claims: Claim[]
      /** Asks that no fact answers. */
      unanswered: string[]
      /** 0–1, calibrated. */
      confidence: number
      form: DiscussionForm
      seatCount: number
      costMicros: number
      ms: number
    }
  | {
      kind: "no-seat"
      discussionId: string
      reason: NoAnswerReason
      costMicros: number
      ms: number
    }

/** `guard`: seats answered, but nothing that may be told. */
export type NoAnswerReason = "no-seat" | "all-failed" | "budget" | "guard"

/** What the rounds came to. */
export interface Conclusion {
  chosen: Draft | null
  source: "synthesis" | "repair" | "proposal" | null
  proposals: Draft[]
  critique: Critique | null
}

/**
 * Lets the seats discuss one question and stores the transcript. Never throws for a provider's sake: without
 * a usable answer the result says so, and the caller's grounded responder speaks.
 * @throws Error inside a transaction: providers are awaited.
 */
export async function discuss(ctx: Context, input: DiscussInput): Promise<DiscussResult> {
  if (isInTransaction())
    throw new Error("A discussion awaits providers and must not run inside a transaction.")
  const session = openSession(ctx, input, await findReadySeats(ctx))
  const planned = formFor(input.complexity)
  const conclusion = await hold(session, planned)
  return storeDiscussion(session, planned, conclusion)
}

function hold(session: Session, planned: ReturnType<typeof formFor>): Promise<Conclusion> {
  switch (planned) {
    case "one-seat":
      return speakAlone(session)
    case "two-rounds":
      return holdTwoRounds(session)
    case "four-rounds":
      return holdFourRounds(session)
    default:
      return planned satisfies never
  }
}

/** The cheapest seat answers; when it fails or is refused, the next one. */
async function speakAlone(session: Session): Promise<Conclusion> {
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

async function holdTwoRounds(session: Session): Promise<Conclusion> {
  const proposals = await runProposals(
    session,
    session.seats,
    timeLeftMs(session) * TIME_SHARES.proposalOfTwo,
  )
  if (proposals.length > 1 && agreeOnAll(proposals)) {
    const agreed = bestDraft(session.input, byRole(session, proposals))
    if (agreed) return concludeAgreed(session, agreed, proposals, null)
  }
  return conclude(session, proposals, proposals, null, new Set())
}

async function holdFourRounds(session: Session): Promise<Conclusion> {
  const proposals = await runProposals(
    session,
    session.seats,
    timeLeftMs(session) * TIME_SHARES.proposalOfFour,
  )
  const isComplete = proposals.every((draft) => unusedFacts(draft, session.input.facts).length === 0)
  if (isComplete && agreeOnAll(proposals)) {
    const agreed = bestDraft(session.input, byRole(session, proposals))
    if (agreed) return concludeAgreed(session, agreed, proposals, null)
  }
  const critique = await critiqueRound(session, proposals)
  const struck = new Set(
    critique ? proposals.flatMap((draft) => [...struckClaims(critique, draft, proposals.length - 1)]) : [],
  )
  const revised = critique ? await revisionRound(session, proposals, critique) : proposals
  return conclude(session, proposals, revised, critique, struck)
}

async function critiqueRound(session: Session, proposals: Draft[]): Promise<Critique | null> {
  if (proposals.length < 2) {
    skipRound(session, "critique", "no-peers")
    return null
  }
  const questions = critiqueQuestions(session, proposals)
  const cost = [...questions.values()]
  // The critique is worth nothing when the synthesis behind it can no longer be paid.
  if (affordable(session, [...cost, cost[0]!]).length <= cost.length)
    return skipped(session, "critique", "budget")
  if (!hasTimeFor(2, timeLeftMs(session), slowestAnswerMs(session)))
    return skipped(session, "critique", "deadline")
  return runCritique(session, questions, timeLeftMs(session) * TIME_SHARES.critique)
}

async function revisionRound(session: Session, proposals: Draft[], critique: Critique): Promise<Draft[]> {
  const present = proposals.filter((draft) => session.seats.some((seat) => seat.id === draft.seat.id))
  const doubtful = present.filter((draft) => reasonsToRevise(session, draft, critique).length > 0)
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

/** Synthesis from what was verified, one repair, and never worse than the best proposal. */
async function conclude(
  session: Session,
  proposals: Draft[],
  drafts: Draft[],
  critique: Critique | null,
  struck: ReadonlySet<string>,
): Promise<Conclusion> {
  const { asks, facts } = session.input
  const claims = mergeClaims(drafts, asks, facts, struck)
  const fallback = bestDraft(session.input, byRole(session, drafts)) ?? bestDraft(session.input, proposals)
  const written = await writeTogether(session, drafts, claims, fallback)
  const best = bestDraft(
    session.input,
    [written?.draft, fallback].filter((draft) => draft != null),
  )
  if (!best) return { chosen: null, source: null, proposals, critique }
  return { chosen: best, source: best === written?.draft ? written.source : "proposal", proposals, critique }
}

async function writeTogether(
  session: Session,
  drafts: Draft[],
  claims: Claim[],
  fallback: Draft | null,
): Promise<{ draft: Draft; source: "synthesis" | "repair" } | null> {
  const writer = chooseWriter(session, drafts)
  if (!writer || claims.length === 0) {
    if (drafts.length > 0) skipRound(session, "synthesis", "no-seat-left")
    return null
  }
  // One answer that passed has nothing to be joined with.
  if (drafts.length === 1 && fallback === drafts[0]) {
    skipRound(session, "synthesis", "no-peers")
    return null
  }
  if (!hasTimeFor(1, timeLeftMs(session), slowestAnswerMs(session)))
    return skipped(session, "synthesis", "deadline")
  const draft = await runSynthesis(session, writer, claims)
  if (!draft) return retryElsewhere(session, drafts, claims, fallback)
  if (draft.verdict.passes || fallback) return { draft, source: "synthesis" }
  if (!hasTimeFor(1, timeLeftMs(session), slowestAnswerMs(session)))
    return skipped(session, "repair", "deadline")
  const repaired = await runRepair(session, chooseOther(session, drafts, writer), claims, draft)
  return repaired ? { draft: repaired, source: "repair" } : null
}

/** The writer was lost: another seat writes, when no proposal could stand in. */
async function retryElsewhere(session: Session, drafts: Draft[], claims: Claim[], fallback: Draft | null) {
  const writer = fallback ? null : chooseWriter(session, drafts)
  if (!writer || !hasTimeFor(1, timeLeftMs(session), slowestAnswerMs(session))) return null
  const draft = await runSynthesis(session, writer, claims)
  return draft ? { draft, source: "synthesis" as const } : null
}

function chooseOther(session: Session, drafts: Draft[], writer: ReadySeat): ReadySeat {
  return (
    chooseWriter(
      session,
      drafts.filter((draft) => draft.seat.id !== writer.id),
    ) ?? writer
  )
}

function concludeAgreed(
  session: Session,
  chosen: Draft,
  proposals: Draft[],
  critique: Critique | null,
): Conclusion {
  skipRound(session, "synthesis", "agreed")
  return { chosen, source: "proposal", proposals, critique }
}

function skipped(
  session: Session,
  round: "critique" | "synthesis" | "repair",
  why: "budget" | "deadline",
): null {
  skipRound(session, round, why)
  return null
}

/** Among equals the seat that the agent prefers speaks, then the strongest reasoner. */
function byRole(session: Session, drafts: Draft[]): Draft[] {
  const ranks = [session.input.preferredRole, "reasoning", "voice", "economy"]
  return drafts.toSorted((one, other) => ranks.indexOf(one.seat.role) - ranks.indexOf(other.seat.role))
}
