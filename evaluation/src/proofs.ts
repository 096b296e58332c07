import type { Proof } from "./proof.ts"

/** Every proof by its name; loaded only when it is asked for. */
export const PROOFS: Record<string, () => Promise<Proof>> = {
  intent: async () => (await import("./intent.ts")).intent,
}
