import { type EmbeddingModel, embedMany } from "ai"
import type { Embedder } from "./port.ts"
import { unitVector } from "./unit-vector.ts"

const TIMEOUT_MS = 5_000

/** @returns an embedder over a provider's model. @throws Error from embed() when it is late, fails or changed its dimension. */
export function hostedEmbedder(
  id: string,
  dimension: number,
  model: Exclude<EmbeddingModel, string>,
): Embedder {
  return {
    id,
    dimension,
    embed: async (texts) => {
      if (texts.length === 0) return []
      const { embeddings } = await embedMany({
        model,
        values: [...texts],
        maxRetries: 1,
        abortSignal: AbortSignal.timeout(TIMEOUT_MS),
      })
      const wrong = embeddings.find((embedding) => embedding.length !== dimension)
      if (wrong) throw new Error(`${id} gave ${wrong.length} numbers where ${dimension} are set.`)
      return embeddings.map(unitVector)
    },
  }
}
