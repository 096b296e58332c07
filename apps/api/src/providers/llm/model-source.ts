import { createAnthropic } from "@ai-sdk/anthropic"
import { createMistral } from "@ai-sdk/mistral"
import { createOpenAI } from "@ai-sdk/openai"
import type { LanguageModel } from "ai"
import { createOllama } from "ollama-ai-provider-v2"
import type { Config } from "#app/config.ts"
import type { ModelProviderName } from "./port.ts"

/** Makes a model of one provider by its name. */
export type ModelMaker = (model: string) => Exclude<LanguageModel, string>

/** One maker for each provider that can be used. */
export type ModelSource = Partial<Record<ModelProviderName, ModelMaker>>

type ModelConfig = Pick<
  Config,
  | "OPENAI_API_KEY"
  | "OPENAI_BASE_URL"
  | "ANTHROPIC_API_KEY"
  | "ANTHROPIC_BASE_URL"
  | "MISTRAL_API_KEY"
  | "MISTRAL_BASE_URL"
  | "OLLAMA_BASE_URL"
>

/** @returns the makers of the providers that have a key; Ollama needs only an address. */
export function modelSourceFrom(config: ModelConfig): ModelSource {
  const source: ModelSource = {}
  if (config.OPENAI_API_KEY) {
    source.openai = createOpenAI({ apiKey: config.OPENAI_API_KEY, baseURL: config.OPENAI_BASE_URL })
  }
  if (config.ANTHROPIC_API_KEY) {
    source.anthropic = createAnthropic({
      apiKey: config.ANTHROPIC_API_KEY,
      baseURL: config.ANTHROPIC_BASE_URL,
    })
  }
  if (config.MISTRAL_API_KEY) {
    source.mistral = createMistral({ apiKey: config.MISTRAL_API_KEY, baseURL: config.MISTRAL_BASE_URL })
  }
  if (config.OLLAMA_BASE_URL) source.ollama = createOllama({ baseURL: config.OLLAMA_BASE_URL })
  return source
}
