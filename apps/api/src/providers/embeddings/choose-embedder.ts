import { createMistral } from "@ai-sdk/mistral"
import { createOpenAI } from "@ai-sdk/openai"
import type { EmbeddingModel } from "ai"
import { createOllama } from "ollama-ai-provider-v2"
import type { Config } from "#app/config.ts"
import { hostedEmbedder } from "./hosted-embedder.ts"
import type { Embedder } from "./port.ts"

type EmbeddingConfig = Pick<
  Config,
  "OPENAI_API_KEY" | "OPENAI_BASE_URL" | "MISTRAL_API_KEY" | "MISTRAL_BASE_URL" | "OLLAMA_BASE_URL"
>

/**
 * @param setting `embedded`, or `provider:model:dimension`, for example `openai:text-embedding-3-small:1536`.
 * @returns the embedder that the setting names.
 * @throws Error that says what is wrong with the setting.
 */
export function chooseEmbedder(setting: string, config: EmbeddingConfig, embedded: Embedder): Embedder {
  if (setting === "embedded") return embedded
  const parts = /^(\w+):(.+):(\d+)$/.exec(setting)
  if (!parts) {
    throw new Error(
      "EMBEDDING_MODEL must be embedded or provider:model:dimension, such as mistral:mistral-embed:1024.",
    )
  }
  const [, provider, model, dimension] = parts as unknown as [string, string, string, string] // safe: three groups matched
  return hostedEmbedder(`${provider}:${model}`, Number(dimension), modelOf(provider, model, config))
}

function modelOf(provider: string, model: string, config: EmbeddingConfig): Exclude<EmbeddingModel, string> {
  if (provider === "openai" && config.OPENAI_API_KEY) {
    return createOpenAI({ apiKey: config.OPENAI_API_KEY, baseURL: config.OPENAI_BASE_URL }).embedding(model)
  }
  if (provider === "mistral" && config.MISTRAL_API_KEY) {
    return createMistral({ apiKey: config.MISTRAL_API_KEY, baseURL: config.MISTRAL_BASE_URL }).embedding(
      model,
    )
  }
  if (provider === "ollama" && config.OLLAMA_BASE_URL) {
    return createOllama({ baseURL: config.OLLAMA_BASE_URL }).embedding(model)
  }
  throw new Error(`EMBEDDING_MODEL names ${provider}, which is unknown or has no key.`)
}
