import type { Context } from "#platform/context.ts"

import "#providers/embeddings/port.ts"

export interface EmbeddedText {
  embedderId: string
  embedding: number[]
}

/** @returns a vector for each text, or empty ones when no embedder is there or it fails: words still find. */
export async function embedTexts(ctx: Context, texts: string[]): Promise<EmbeddedText[]> {
  const embedder = ctx.providers.embedder
  if (!embedder || texts.length === 0) return texts.map(() => ({ embedderId: "none", embedding: [] }))
  try {
    const vectors = await embedder.embed(texts)
    return texts.map((_text, index) => ({
      embedderId: embedder.id,
      embedding: Array.from(vectors[index] ?? []),
    }))
  } catch (error) {
    ctx.log.warn({ err: error, embedder: embedder.id }, "passages were not embedded")
    return texts.map(() => ({ embedderId: "none", embedding: [] }))
  }
}

/** @returns the cosine of two vectors; 0 when they cannot be compared. */
export function cosine(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || a.length !== b.length) return 0
  let product = 0
  let squareA = 0
  let squareB = 0
  for (let index = 0; index < a.length; index += 1) {
    const x = a[index] ?? 0
    const y = b[index] ?? 0
    product += x * y
    squareA += x * x
    squareB += y * y
  }
  return squareA === 0 || squareB === 0 ? 0 : product / Math.sqrt(squareA * squareB)
}
