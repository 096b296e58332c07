import type { Proof } from "./proof.ts"

/** Every proof by its name; loaded only when it is asked for. */
export const PROOFS: Record<string, () => Promise<Proof>> = {
  start: async () => (await import("../../benchmarks/src/start.ts")).start,
  turn: async () => (await import("../../benchmarks/src/turn.ts")).turn,
  quote: async () => (await import("../../benchmarks/src/quote.ts")).quote,
  http: async () => (await import("../../benchmarks/src/http.ts")).http,
  discussion: async () => (await import("./discussion.ts")).discussion,
}
