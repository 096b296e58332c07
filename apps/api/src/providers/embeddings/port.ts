/** Turns texts into vectors; vectors of different embedders never mix, so its id is part of every index. */
export interface Embedder {
  /** Name and version, for example `openai:text-embedding-3-small`. */
  readonly id: string
  readonly dimension: number
  /** @returns one vector of length 1 (Euclidean) for each text. @throws Error when the provider fails. */
  embed(texts: readonly string[]): Promise<Float32Array[]>
}

declare module "#platform/context.ts" {
  interface Providers {
    /** Absent while no embedder is wired: then nothing is similar. */
    embedder?: Embedder
  }
}
