import type { Claim } from "@myhibachi/contract/classroom"
import { instructionsFor, ProposalReply } from "../prompts.ts"
import type { ReadySeat } from "../seats/find-seats.ts"
import { writePrompt } from "../write-prompt.ts"
import { affordable, askSeats, type SeatQuestion } from "./ask-seats.ts"
import { toDraft } from "./run-proposals.ts"
import { type Draft, type Session, skipRound, timeLeftMs } from "./session.ts"

const ROLES = ["reasoning", "voice", "economy", "student"]

/** Last round: one seat writes the answer from verified claims only. @returns null when there was no time, money or answer. */
export async function runSynthesis(
  session: Session,
  seat: ReadySeat,
  claims: Claim[],
): Promise<Draft | null> {
  return write(session, "synthesis", { seat, prompt: synthesisPrompt(session, claims) })
}

/** One repair of a refused draft, with what is wrong about it named. */
export async function runRepair(
  session: Session,
  seat: ReadySeat,
  claims: Claim[],
  refused: Draft,
): Promise<Draft | null> {
  const prompt = writePrompt({
    facts: citedFacts(session, claims),
    question: session.input.question,
    asks: session.input.asks,
    verifiedClaims: claims,
    problems: refused.verdict.problems,
  })
  return write(session, "repair", { seat, prompt })
}

/** @returns the seat that writes for all: the one with fewest refused claims, then by role. */
export function chooseWriter(session: Session, drafts: readonly Draft[]): ReadySeat | null {
  const present = drafts.filter((draft) => session.seats.some((seat) => seat.id === draft.seat.id))
  const rank = ({ seat, refused, verdict }: Draft) => {
    const role = seat.role === session.input.preferredRole ? -1 : ROLES.indexOf(seat.role)
    return (verdict.passes ? 0 : 1000) + refused.length * 100 + role
  }
  return present.toSorted((one, other) => rank(one) - rank(other))[0]?.seat ?? null
}

export function synthesisPrompt(session: Session, claims: Claim[]): string {
  return writePrompt({
    facts: citedFacts(session, claims),
    question: session.input.question,
    asks: session.input.asks,
    verifiedClaims: claims,
  })
}

async function write(
  session: Session,
  round: "synthesis" | "repair",
  question: SeatQuestion,
): Promise<Draft | null> {
  if (affordable(session, [question]).length === 0) {
    skipRound(session, round, "budget")
    return null
  }
  const [answer] = await askSeats(session, {
    round,
    instructions: instructionsFor(round, session.input.agent.manner),
    schema: ProposalReply,
    questions: [question],
    timeoutMs: timeLeftMs(session),
  })
  return answer ? toDraft(session, answer) : null
}

function citedFacts(session: Session, claims: Claim[]) {
  const cited = new Set(claims.flatMap((claim) => claim.facts))
  return session.input.facts.filter((fact) => cited.has(fact.id))
}
