import { performance } from "node:perf_hooks"
import type { RoundKind, SeatResponse } from "@myhibachi/contract/classroom"
import type { z } from "zod"
import { estimateTokens } from "#providers/llm/estimate-tokens.ts"
import type { ModelReply } from "#providers/llm/port.ts"
import type { Instructions } from "../prompts.ts"
import type { ReadySeat } from "../seats/find-seats.ts"
import { costMicros } from "../seats/model-prices.ts"
import { moneyLeftMicros, type Session } from "./session.ts"

export interface SeatQuestion {
  seat: ReadySeat
  prompt: string
}

export interface RoundPlan<T> {
  round: RoundKind
  instructions: Instructions
  schema: z.ZodType<T>
  questions: SeatQuestion[]
  timeoutMs: number
}

export interface SeatAnswer<T> {
  seat: ReadySeat
  output: T
  /** The stored row, to be filled with what the output says. */
  response: SeatResponse
}

/** Once most seats have answered, a late one gets as long again as they took, and at least this. */
const GRACE_MS = 750
const SHORTEST_ANSWER_TOKENS = 150

/**
 * Asks all seats of a round at once, records every reply and drops the seats that are late or fail.
 * @returns the answers in the order of the questions.
 */
export async function askSeats<T>(session: Session, plan: RoundPlan<T>): Promise<SeatAnswer<T>[]> {
  const started = performance.now()
  const grace = new Stragglers(plan.questions.length, started)
  const replies = await Promise.all(
    plan.questions.map(async (question) => {
      const reply = await session.ctx.providers.languageModels.ask(question.seat, {
        instructions: plan.instructions.text,
        prompt: question.prompt,
        schema: plan.schema,
        maxOutputTokens: question.seat.maxOutputTokens,
        timeoutMs: Math.max(1, Math.min(question.seat.timeoutMs, plan.timeoutMs)),
        signal: grace.signal,
      })
      if (reply.kind === "answered") grace.arrived()
      return { seat: question.seat, reply }
    }),
  )
  grace.end()
  const answers = replies.flatMap(({ seat, reply }) => record(session, plan, seat, reply))
  const failed = new Set(replies.filter(({ reply }) => reply.kind !== "answered").map(({ seat }) => seat.id))
  session.seats = session.seats.filter((seat) => !failed.has(seat.id))
  const cost = replies.reduce((sum, { seat, reply }) => sum + costOf(seat, reply), 0)
  session.rounds.push({ round: plan.round, ms: performance.now() - started, costMicros: cost, skipped: null })
  return answers
}

/** @returns the seats of the questions that the money left can pay at worst, in order. */
export function affordable(session: Session, questions: SeatQuestion[], reserveMicros = 0): SeatQuestion[] {
  let left = moneyLeftMicros(session) - reserveMicros
  return questions.filter((question) => {
    const cost = estimateMicros(session, question)
    if (cost > left) return false
    left -= cost
    return true
  })
}

/** @returns what a question is likely to cost: the prompt, and an answer like the seat's longest, or like the facts. */
export function estimateMicros(session: Session, { seat, prompt }: SeatQuestion): number {
  const answered = session.responses.filter(
    (entry) => entry.seatId === seat.id && entry.outcome === "answered",
  )
  const longest = Math.max(0, ...answered.map((entry) => entry.outputTokens))
  const facts = estimateTokens(session.input.facts.map((fact) => fact.sentence).join(" "))
  const expected = longest > 0 ? longest * 1.2 : SHORTEST_ANSWER_TOKENS + facts * 2
  return costMicros(
    seat.price,
    estimateTokens(prompt) + 200,
    Math.min(seat.maxOutputTokens, Math.ceil(expected)),
  )
}

function record<T>(
  session: Session,
  plan: RoundPlan<T>,
  seat: ReadySeat,
  reply: ModelReply<T>,
): SeatAnswer<T>[] {
  const response: SeatResponse = {
    id: session.ctx.newId("resp"),
    round: plan.round,
    seatId: seat.id,
    provider: seat.provider,
    model: seat.model,
    outcome: reply.kind,
    failure: reply.kind === "answered" ? null : reply.failure,
    proposal: null,
    critique: null,
    refusedClaims: [],
    inputTokens: reply.usage.inputTokens,
    outputTokens: reply.usage.outputTokens,
    costMicros: costOf(seat, reply),
    ms: reply.ms,
    promptHash: plan.instructions.hash,
  }
  session.responses.push(response)
  session.spentMicros += response.costMicros
  return reply.kind === "answered" ? [{ seat, output: reply.output, response }] : []
}

function costOf<T>(seat: ReadySeat, reply: ModelReply<T>): number {
  return costMicros(seat.price, reply.usage.inputTokens, reply.usage.outputTokens)
}

/** Gives up the slowest few, so that one slow provider does not make every customer wait for it. */
class Stragglers {
  readonly #controller = new AbortController()
  readonly #expected: number
  readonly #started: number
  #arrived = 0
  #timer: NodeJS.Timeout | undefined

  constructor(expected: number, started: number) {
    this.#expected = expected
    this.#started = started
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  arrived(): void {
    this.#arrived += 1
    if (this.#timer || this.#arrived * 2 <= this.#expected) return
    const wait = Math.max(GRACE_MS, performance.now() - this.#started)
    this.#timer = setTimeout(() => this.#controller.abort(), wait)
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}
