import { performance } from "node:perf_hooks"
import { generateText, type LanguageModelUsage, NoObjectGeneratedError, Output } from "ai"
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
} from "cockatiel"
import { estimateTokens } from "./estimate-tokens.ts"
import type { ModelSource } from "./model-source.ts"
import type {
  BreakerState,
  LanguageModels,
  ModelName,
  ModelQuestion,
  ModelReply,
  TokenUsage,
} from "./port.ts"

export interface ModelGuard {
  /** Failures in a row that open the circuit. */
  failuresToOpen: number
  /** First rest of an opened circuit; it doubles with each failed probe up to the longest. */
  restMs: number
  longestRestMs: number
  /** Calls to one model at one time, and how many may wait for their turn. */
  parallelCalls: number
  waitingCalls: number
}

const DEFAULT_GUARD: ModelGuard = {
  failuresToOpen: 3,
  restMs: 10_000,
  longestRestMs: 120_000,
  parallelCalls: 16,
  waitingCalls: 32,
}

const STATES: Record<CircuitState, BreakerState> = {
  [CircuitState.Closed]: "closed",
  [CircuitState.HalfOpen]: "half-open",
  [CircuitState.Open]: "open",
  [CircuitState.Isolated]: "open",
}

/** @returns the language models of `source`; each model has a circuit breaker and a bulkhead of its own. */
export function languageModelsFrom(source: ModelSource, guard: ModelGuard = DEFAULT_GUARD): LanguageModels {
  const guards = new Map<string, ReturnType<typeof makeGuard>>()
  const guardOf = (name: ModelName) => {
    const key = `${name.provider}:${name.model}`
    const known = guards.get(key) ?? makeGuard(guard)
    guards.set(key, known)
    return known
  }
  return {
    isConfigured: (provider) => source[provider] !== undefined,
    breakerState: (name) => STATES[guardOf(name).breaker.state],
    ask: async (name, question) => {
      const make = source[name.provider]
      const started = performance.now()
      if (!make) return failed("failed", "There is no key for this provider.", emptyUsage(), started)
      const { breaker, crowd } = guardOf(name)
      const limit = timeout(question.timeoutMs, TimeoutStrategy.Aggressive)
      try {
        const call = () =>
          limit.execute(({ signal }) => askOnce(make(name.model), question, signal), question.signal)
        const { output, usage } = await crowd.execute(() => breaker.execute(call), question.signal)
        return { kind: "answered", output, usage, ms: performance.now() - started }
      } catch (error) {
        return explainFailure(error, question, started)
      }
    },
  }
}

function makeGuard(guard: ModelGuard) {
  return {
    breaker: circuitBreaker(handleAll, {
      breaker: new ConsecutiveBreaker(guard.failuresToOpen),
      halfOpenAfter: new ExponentialBackoff({
        initialDelay: guard.restMs,
        maxDelay: guard.longestRestMs,
        exponent: 2,
      }),
    }),
    crowd: bulkhead(guard.parallelCalls, guard.waitingCalls),
  }
}

async function askOnce<T>(
  model: Parameters<typeof generateText>[0]["model"],
  question: ModelQuestion<T>,
  signal: AbortSignal,
): Promise<{ output: T; usage: TokenUsage }> {
  const result = await generateText({
    model,
    instructions: question.instructions,
    prompt: question.prompt,
    output: Output.object({ schema: question.schema }),
    maxOutputTokens: question.maxOutputTokens,
    temperature: 0.2,
    // A second try would eat the customer's deadline; another seat answers instead.
    maxRetries: 0,
    abortSignal: signal,
    // The provider must not keep what customers write.
    providerOptions: { openai: { store: false } },
  })
  return { output: result.output, usage: toUsage(result.usage, question) }
}

function explainFailure<T>(error: unknown, question: ModelQuestion<T>, started: number): ModelReply<T> {
  if (error instanceof BrokenCircuitError) {
    return failed("failed", "It rests after repeated failures.", emptyUsage(), started)
  }
  if (error instanceof BulkheadRejectedError) {
    return failed("failed", "Too many questions are open at this model.", emptyUsage(), started)
  }
  if (NoObjectGeneratedError.isInstance(error)) {
    const usage = error.usage ? toUsage(error.usage, question) : promptUsage(question)
    return failed("malformed", "Its reply did not have the agreed shape.", usage, started)
  }
  if (error instanceof TaskCancelledError || question.signal?.aborted) {
    return failed("late", "It did not answer in time.", promptUsage(question), started)
  }
  return failed("failed", shortReason(error), promptUsage(question), started)
}

function failed<T>(
  kind: "late" | "failed" | "malformed",
  failure: string,
  usage: TokenUsage,
  started: number,
): ModelReply<T> {
  return { kind, failure, usage, ms: performance.now() - started }
}

/** @returns the status and name of the failure, without bodies: they may repeat what the customer wrote. */
function shortReason(error: unknown): string {
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  if (typeof status === "number") return `The provider answered with HTTP status ${status}.`
  return error instanceof Error ? `The call failed: ${error.name}.` : "The call failed."
}

function toUsage<T>(usage: LanguageModelUsage, question: ModelQuestion<T>): TokenUsage {
  if (usage.inputTokens === undefined || usage.outputTokens === undefined) return promptUsage(question)
  return { inputTokens: usage.inputTokens, outputTokens: usage.outputTokens, isEstimated: false }
}

/** A call without an answer may still be billed: its prompt counts against the budget. */
function promptUsage<T>(question: ModelQuestion<T>): TokenUsage {
  return {
    inputTokens: estimateTokens(question.instructions) + estimateTokens(question.prompt),
    outputTokens: 0,
    isEstimated: true,
  }
}

function emptyUsage(): TokenUsage {
  return { inputTokens: 0, outputTokens: 0, isEstimated: false }
}
