import type { Claim } from "@myhibachi/contract/classroom"
import type { ReadySeat } from "../seats/find-seats.ts"
import { bestDraft } from "./judge-draft.ts"
import { hasTimeFor } from "./plan-rounds.ts"
import type { Critique } from "./run-critique.ts"
import { chooseWriter, runRepair, runSynthesis } from "./run-synthesis.ts"
import { type Draft, type Session, skipRound, slowestAnswerMs, timeLeftMs } from "./session.ts"
import { mergeClaims } from "./verified-claims.ts"

/** What the rounds came to. */
export interface Conclusion {
  chosen: Draft | null
  source: "synthesis" | "repair" | "proposal" | null
  proposals: Draft[]
  critique: Critique | null
}

/** Synthesis from what was verified, one repair, and never worse than the best proposal. */
export async function conclude(
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
    return skipRound(session, "synthesis", "no-peers")
  }
  if (!hasTimeFor(1, timeLeftMs(session), slowestAnswerMs(session)))
    return skipRound(session, "synthesis", "deadline")
  const draft = await runSynthesis(session, writer, claims)
  if (!draft) return retryElsewhere(session, drafts, claims, fallback)
  if (draft.verdict.passes || fallback) return { draft, source: "synthesis" }
  if (!hasTimeFor(1, timeLeftMs(session), slowestAnswerMs(session)))
    return skipRound(session, "repair", "deadline")
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

/** Among equals the seat that the agent prefers speaks, then the strongest reasoner. */
export function byRole(session: Session, drafts: Draft[]): Draft[] {
  const ranks = [session.input.preferredRole, "reasoning", "voice", "economy"]
  return drafts.toSorted((one, other) => ranks.indexOf(one.seat.role) - ranks.indexOf(other.seat.role))
}
