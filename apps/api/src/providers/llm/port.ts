import type { z } from "zod"

/** Companies (or the local machine) whose models can be asked. */
export type ModelProviderName = "openai" | "anthropic" | "mistral" | "ollama"

export interface ModelName {
  provider: ModelProviderName
  model: string
}

export interface ModelQuestion<T> {
  instructions: string
  prompt: string
  /** The shape of the answer; a reply that does not fit it is a failure of the model. */
  schema: z.ZodType<T>
  maxOutputTokens: number
  /** After this the call is given up, whatever the provider does. */
  timeoutMs: number
  signal?: AbortSignal
}

export interface TokenUsage {
  inputTokens: number
  outputTokens: number
  /** True when the provider told no figure and it was reckoned from the text. */
  isEstimated: boolean
}

export type ModelReply<T> =
  | { kind: "answered"; output: T; usage: TokenUsage; ms: number }
  | { kind: "late" | "failed" | "malformed"; failure: string; usage: TokenUsage; ms: number }

export type BreakerState = "closed" | "half-open" | "open"

/** Language models behind their circuit breakers. */
export interface LanguageModels {
  /** Whether there is a key (or an address) for the provider. */
  isConfigured(provider: ModelProviderName): boolean
  breakerState(name: ModelName): BreakerState
  /** Asks once, without retry; never throws: a failure is a reply. */
  ask<T>(name: ModelName, question: ModelQuestion<T>): Promise<ModelReply<T>>
}

declare module "#platform/context.ts" {
  interface Providers {
    languageModels: LanguageModels
  }
}
