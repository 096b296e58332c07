import { performance } from "node:perf_hooks"
import type { Dissent, Flip, RoundKind, RoundSummary, SeatResponse } from "@myhibachi/contract/classroom"
import type { Context } from "#platform/context.ts"
import type { ReadySeat } from "../seats/find-seats.ts"
import type { Fact } from "./check-claim.ts"
import type { DraftVerdict } from "./check-prose.ts"

export interface DiscussInput {
  /** What the customer wrote, cleaned. */
  question: string
  /** The same without names, addresses and numbers to call; this is what is stored. */
  maskedQuestion: string
  /** Topics that are asked, such as `price.total`. */
  asks: readonly string[]
  facts: readonly Fact[]
  slots?: Readonly<Record<string, unknown>>
  /** Earlier turns, oldest first. */
  conversation?: readonly { author: string; text: string }[]
  /** The agent's name, and its tone and the channel's length in a few sentences. */
  agent: { name: string; manner: string }
  channel: string
  /** 0–1: under 0.3 one seat, over 0.7 four rounds. */
  complexity: number
  /** Milliseconds until the answer must be there. */
  deadlineMs: number
  /** Most that the models may cost, in US cents. */
  budgetCents: number
  /** The caller's guard over a draft's words; runs beside the classroom's own checks. */
  checkDraft(text: string): DraftVerdict
  /** Who should speak alone or last, for agents whose tone matters most. */
  preferredRole?: ReadySeat["role"]
  conversationId?: string
}

/** An answer of one seat with what deterministic checks say about it. */
export interface Draft {
  seat: ReadySeat
  answer: string
  claims: { text: string; facts: string[] }[]
  unanswered: string[]
  /** Claims that their facts bear; all others are refused. */
  verified: { text: string; facts: string[] }[]
  refused: { text: string; problem: string }[]
  verdict: DraftVerdict
}

/** One discussion while it runs. */
export interface Session {
  readonly ctx: Context
  readonly id: string
  readonly input: DiscussInput
  /** Seats that still take part: one that fails is dropped. */
  seats: ReadySeat[]
  readonly responses: SeatResponse[]
  readonly rounds: RoundSummary[]
  readonly flips: Flip[]
  readonly dissent: Dissent[]
  spentMicros: number
  readonly startedMs: number
}

/** @returns a discussion at its start; time is counted by the monotonic clock. */
export function openSession(ctx: Context, input: DiscussInput, seats: ReadySeat[]): Session {
  return {
    ctx,
    id: ctx.newId("disc"),
    input,
    seats,
    responses: [],
    rounds: [],
    flips: [],
    dissent: [],
    spentMicros: 0,
    startedMs: performance.now(),
  }
}

/** @returns milliseconds until the deadline, never negative. */
export function timeLeftMs(session: Session): number {
  return Math.max(0, session.input.deadlineMs - elapsedMs(session))
}

export function elapsedMs(session: Session): number {
  return performance.now() - session.startedMs
}

/** @returns what may still be spent, in millionths of a dollar. */
export function moneyLeftMicros(session: Session): number {
  return session.input.budgetCents * 10_000 - session.spentMicros
}

/** Notes a round that did not take place and why. @returns null, which is what such a round comes to. */
export function skipRound(
  session: Session,
  round: RoundKind,
  skipped: NonNullable<RoundSummary["skipped"]>,
): null {
  session.rounds.push({ round, ms: 0, costMicros: 0, skipped })
  return null
}

/** @returns how long an answer of the seats that answered took at most; 0 before the first. */
export function slowestAnswerMs(session: Session): number {
  const answered = session.responses.filter((response) => response.outcome === "answered")
  return Math.max(0, ...answered.map((response) => response.ms))
}
