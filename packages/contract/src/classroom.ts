import { z } from "zod"
import { InstantText } from "./time.ts"

/** Companies (or the local machine) whose models can take a seat. */
export const ModelProvider = z.enum(["openai", "anthropic", "mistral", "ollama"])
export type ModelProvider = z.infer<typeof ModelProvider>

/** What a seat is good for; decides who speaks alone, who writes the synthesis, who is left out first. */
export const SeatRole = z.enum(["reasoning", "voice", "economy", "student"])
export type SeatRole = z.infer<typeof SeatRole>

/** Whether a seat would be asked now, and if not, why. */
export const SeatState = z.enum(["ready", "off", "no-key", "no-price", "resting"])
export type SeatState = z.infer<typeof SeatState>

const seatMembers = {
  provider: ModelProvider,
  model: z.string().trim().min(1).max(120),
  role: SeatRole,
  isEnabled: z.boolean(),
  /** How long one answer may take. */
  timeoutMs: z.int().min(500).max(120_000),
  maxOutputTokens: z.int().min(64).max(16_000),
}

export const Seat = z.object({
  id: z.string(),
  ...seatMembers,
  /** Order at the table, from 1. */
  position: z.int(),
  /** `resting` means that the circuit breaker is open after repeated failures. */
  state: SeatState,
})
export type Seat = z.infer<typeof Seat>

export const Seats = z.object({ seats: z.array(Seat), version: z.int() })
export type Seats = z.infer<typeof Seats>

/** The whole table in its new order; a seat without `id` is new, one that is missing is removed. */
export const PutSeats = z.object({
  version: z.int().describe("The version that was read; another one is refused."),
  seats: z.array(z.object({ id: z.string().optional(), ...seatMembers })).max(12),
})
export type PutSeats = z.infer<typeof PutSeats>

/** A price from its date on, in millionths of a US dollar for a million tokens (2.50 USD = 2,500,000). */
export const ModelPrice = z.object({
  id: z.string(),
  provider: ModelProvider,
  model: z.string(),
  effectiveFrom: InstantText,
  inputMicrosPerMillion: z.int().nonnegative(),
  outputMicrosPerMillion: z.int().nonnegative(),
  contextTokens: z.int().positive(),
  /** Whether the provider's terms let the student be trained on this model's outputs. */
  mayTrainOnOutputs: z.boolean(),
  isInEffect: z.boolean(),
})
export type ModelPrice = z.infer<typeof ModelPrice>

export const ModelPrices = z.object({ prices: z.array(ModelPrice) })

/** The same as a price, from its writer; earlier prices stay. */
export const AddModelPrice = ModelPrice.omit({ id: true, isInEffect: true })
export type AddModelPrice = z.infer<typeof AddModelPrice>

export const Claim = z.object({ text: z.string(), facts: z.array(z.string()) })
export type Claim = z.infer<typeof Claim>

export const DiscussionFact = z.object({
  id: z.string(),
  topic: z.string(),
  sentence: z.string(),
  /** Where it was found, for example `tool:quote_party` or `article:tipping@3`. */
  source: z.string().optional(),
})
export type DiscussionFact = z.infer<typeof DiscussionFact>

export const RoundKind = z.enum(["proposal", "critique", "revision", "synthesis", "repair"])
export type RoundKind = z.infer<typeof RoundKind>

export const DiscussionForm = z.enum(["one-seat", "two-rounds", "three-rounds", "four-rounds"])
export type DiscussionForm = z.infer<typeof DiscussionForm>

export const Verdict = z.enum(["supported", "unsupported", "wrong"])

export const ProposalOutput = z.object({
  answer: z.string(),
  claims: z.array(Claim),
  unanswered: z.array(z.string()),
})
export type ProposalOutput = z.infer<typeof ProposalOutput>

export const CritiqueOutput = z.object({
  reviews: z.array(
    z.object({
      letter: z.string(),
      /** The seat behind the letter, which the reviewer did not know. */
      seatId: z.string(),
      verdicts: z.array(z.object({ claim: z.string(), verdict: Verdict, fact: z.string().nullable() })),
      missing: z.array(z.string()),
      tone: z.string(),
    }),
  ),
})
export type CritiqueOutput = z.infer<typeof CritiqueOutput>

/** A changed claim with the fact that made the seat change it. */
export const Flip = z.object({
  seatId: z.string(),
  from: z.string(),
  to: z.string(),
  fact: z.string(),
  /** Whether the cited fact bears the new claim; a flip without that is undone. */
  isAccepted: z.boolean(),
})
export type Flip = z.infer<typeof Flip>

export const SeatResponse = z.object({
  id: z.string(),
  round: RoundKind,
  seatId: z.string(),
  provider: ModelProvider,
  model: z.string(),
  outcome: z.enum(["answered", "late", "failed", "malformed"]),
  /** One sentence about what went wrong; null when it answered. */
  failure: z.string().nullable(),
  proposal: ProposalOutput.nullable(),
  critique: CritiqueOutput.nullable(),
  /** Claims of the response that its cited facts do not bear, with the reason. */
  refusedClaims: z.array(z.object({ text: z.string(), problem: z.string() })),
  inputTokens: z.int(),
  outputTokens: z.int(),
  costMicros: z.int(),
  ms: z.number(),
  promptHash: z.string(),
})
export type SeatResponse = z.infer<typeof SeatResponse>

export const RoundSummary = z.object({
  round: RoundKind,
  ms: z.number(),
  costMicros: z.int(),
  /** Why it was left out, or null when it took place. */
  skipped: z
    .enum(["agreed", "no-reason-to-revise", "no-peers", "deadline", "budget", "no-seat-left"])
    .nullable(),
})
export type RoundSummary = z.infer<typeof RoundSummary>

export const Dissent = z.object({
  seatId: z.string(),
  claim: Claim,
  /** What the others say about it. */
  reason: z.string(),
})
export type Dissent = z.infer<typeof Dissent>

export const DiscussionSummary = z.object({
  id: z.string(),
  at: InstantText,
  conversationId: z.string().nullable(),
  channel: z.string(),
  agent: z.string(),
  complexity: z.number(),
  form: DiscussionForm,
  /** Masked: no name, address, phone or e-mail of the customer. */
  question: z.string(),
  outcome: z.enum(["answered", "no-seat"]),
  /** 0–1, null without an answer. */
  confidence: z.number().nullable(),
  seatCount: z.int(),
  costMicros: z.int(),
  ms: z.number(),
})
export type DiscussionSummary = z.infer<typeof DiscussionSummary>

export const Discussion = DiscussionSummary.extend({
  asks: z.array(z.string()),
  facts: z.array(DiscussionFact),
  rounds: z.array(RoundSummary),
  responses: z.array(SeatResponse),
  flips: z.array(Flip),
  dissent: z.array(Dissent),
  answer: z.string().nullable(),
  claims: z.array(Claim),
  /** Where the answer comes from: the synthesis, its repaired form, or one seat's proposal. */
  chosen: z.enum(["synthesis", "repair", "proposal"]).nullable(),
  chosenSeatId: z.string().nullable(),
  /** Confidence before calibration on feedback. */
  rawConfidence: z.number().nullable(),
  /** Why there is no answer, or null. */
  reason: z.string().nullable(),
  budgetMicros: z.int(),
  deadlineMs: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
})
export type Discussion = z.infer<typeof Discussion>

/** Staff say whether the answer was right; calibrates the confidence. */
export const DiscussionFeedback = z.object({ isRight: z.boolean(), note: z.string().max(2000).default("") })
export type DiscussionFeedback = z.infer<typeof DiscussionFeedback>

/** How the similarity check does for one intent. */
export const AnswerIntent = z.object({
  intent: z.string(),
  /** Never under 0.85. */
  threshold: z.number(),
  isStopped: z.boolean(),
  stoppedReason: z.string().nullable(),
  entries: z.int(),
  hits: z.int(),
  judged: z.int(),
  falseHits: z.int(),
  /** Upper end of the one-sided 95 % interval of the false-hit rate; 1 before anything was judged. */
  falseHitUpperBound: z.number(),
})
export type AnswerIntent = z.infer<typeof AnswerIntent>

export const AnswerIntents = z.object({ intents: z.array(AnswerIntent) })

export const PutAnswerIntent = z.object({
  isStopped: z.boolean(),
  threshold: z.number().min(0.85).max(1).optional(),
})
export type PutAnswerIntent = z.infer<typeof PutAnswerIntent>
