import type { Proof } from "./proof.ts"

/** Every proof by its name; loaded only when it is asked for. */
export const PROOFS: Record<string, () => Promise<Proof>> = {
  start: async () => (await import("../../benchmarks/src/start.ts")).start,
  turn: async () => (await import("../../benchmarks/src/turn.ts")).turn,
  quote: async () => (await import("../../benchmarks/src/quote.ts")).quote,
  http: async () => (await import("../../benchmarks/src/http.ts")).http,
  availability: async () => (await import("../../benchmarks/src/availability.ts")).availability,
  pricing: async () => (await import("../../benchmarks/src/pricing.ts")).pricing,
  offers: async () => (await import("./offers.ts")).offers,
  races: async () => (await import("./races.ts")).races,
  crew: async () => (await import("./crew.ts")).crew,
  webhooks: async () => (await import("./webhooks.ts")).webhooks,
  "webhook-load": async () => (await import("../../benchmarks/src/webhook-load.ts")).webhookLoad,
  "stripe-cases": async () => (await import("./stripe-cases.ts")).stripeCases,
  ledger: async () => (await import("./ledger.ts")).ledger,
  allergens: async () => (await import("./allergens.ts")).allergens,
  zones: async () => (await import("./zones.ts")).zones,
  assistant: async () => (await import("./assistant.ts")).assistant,
  intent: async () => (await import("./intent.ts")).intent,
  emotion: async () => (await import("./emotion.ts")).emotion,
  escalation: async () => (await import("./escalation.ts")).escalation,
  optout: async () => (await import("./optout.ts")).optout,
  cache: async () => (await import("./cache.ts")).cache,
  discussion: async () => (await import("./discussion.ts")).discussion,
}
