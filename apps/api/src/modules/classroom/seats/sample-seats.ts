import type { modelPrices, seats } from "../tables.ts"

type SeatSample = Omit<typeof seats.$inferInsert, "position">
type PriceSample = Omit<typeof modelPrices.$inferInsert, "id" | "effectiveFrom">

/** The plan's seats: defaults that staff change without a release. */
export const SAMPLE_SEATS: SeatSample[] = [
  seat("seat_reasoning", "openai", "gpt-4o", "reasoning"),
  seat("seat_voice", "anthropic", "claude-3-5-sonnet-latest", "voice"),
  seat("seat_economy", "mistral", "mistral-large-latest", "economy"),
  { ...seat("seat_student", "ollama", "llama3", "student"), isEnabled: false, timeoutMs: 20_000 },
]

/** List prices at the end of 2024 in millionths of a dollar for a million tokens; a local model costs nothing. */
export const SAMPLE_PRICES: PriceSample[] = [
  price("openai", "gpt-4o", 2_500_000, 10_000_000, 128_000),
  price("openai", "gpt-4o-mini", 150_000, 600_000, 128_000),
  price("anthropic", "claude-3-5-sonnet-latest", 3_000_000, 15_000_000, 200_000),
  price("anthropic", "claude-3-5-haiku-latest", 800_000, 4_000_000, 200_000),
  price("mistral", "mistral-large-latest", 2_000_000, 6_000_000, 128_000),
  price("mistral", "mistral-small-latest", 200_000, 600_000, 32_000),
  // Its licence lets outputs improve models derived from it, which the student is.
  { ...price("ollama", "llama3", 0, 0, 8_192), mayTrainOnOutputs: true },
]

function seat(
  id: string,
  provider: SeatSample["provider"],
  model: string,
  role: SeatSample["role"],
): SeatSample {
  return { id, provider, model, role, isEnabled: true, timeoutMs: 8_000, maxOutputTokens: 1_500 }
}

function price(
  provider: PriceSample["provider"],
  model: string,
  inputMicrosPerMillion: number,
  outputMicrosPerMillion: number,
  contextTokens: number,
): PriceSample {
  return {
    provider,
    model,
    inputMicrosPerMillion,
    outputMicrosPerMillion,
    contextTokens,
    mayTrainOnOutputs: false,
  }
}
