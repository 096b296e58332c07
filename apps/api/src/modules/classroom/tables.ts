import type {
  Claim,
  CritiqueOutput,
  Discussion,
  DiscussionFact,
  Dissent,
  Flip,
  ProposalOutput,
  RoundSummary,
  SeatResponse,
} from "@myhibachi/contract/classroom"
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import type { AnswerScope, AnswerTemplate } from "./answers/answer-template.ts"

/** One row, counted up by every change of the table's order or members. */
export const seatTable = pgTable("classroom_seat_table", {
  id: text().primaryKey(),
  version: integer().notNull(),
})

export const seats = pgTable("classroom_seats", {
  id: text().primaryKey(),
  provider: text().$type<"openai" | "anthropic" | "mistral" | "ollama">().notNull(),
  model: text().notNull(),
  role: text().$type<"reasoning" | "voice" | "economy" | "student">().notNull(),
  isEnabled: boolean("is_enabled").notNull(),
  position: integer().notNull(),
  timeoutMs: integer("timeout_ms").notNull(),
  maxOutputTokens: integer("max_output_tokens").notNull(),
})

/** Prices are only added; the one with the latest date that is not in the future counts. */
export const modelPrices = pgTable(
  "classroom_model_prices",
  {
    id: text().primaryKey(),
    provider: text().$type<"openai" | "anthropic" | "mistral" | "ollama">().notNull(),
    model: text().notNull(),
    effectiveFrom: instant("effective_from").notNull(),
    inputMicrosPerMillion: bigint("input_micros_per_million", { mode: "number" }).notNull(),
    outputMicrosPerMillion: bigint("output_micros_per_million", { mode: "number" }).notNull(),
    contextTokens: integer("context_tokens").notNull(),
    mayTrainOnOutputs: boolean("may_train_on_outputs").notNull(),
  },
  (table) => [
    uniqueIndex("classroom_model_prices_effective").on(table.provider, table.model, table.effectiveFrom),
  ],
)

export const discussions = pgTable(
  "classroom_discussions",
  {
    id: text().primaryKey(),
    at: instant().notNull(),
    conversationId: text("conversation_id"),
    channel: text().notNull(),
    agent: text().notNull(),
    complexity: doublePrecision().notNull(),
    form: text().$type<Discussion["form"]>().notNull(),
    question: text().notNull(),
    outcome: text().$type<Discussion["outcome"]>().notNull(),
    reason: text(),
    asks: jsonb().$type<string[]>().notNull(),
    facts: jsonb().$type<DiscussionFact[]>().notNull(),
    rounds: jsonb().$type<RoundSummary[]>().notNull(),
    flips: jsonb().$type<Flip[]>().notNull(),
    dissent: jsonb().$type<Dissent[]>().notNull(),
    answer: text(),
    claims: jsonb().$type<Claim[]>().notNull(),
    chosen: text().$type<NonNullable<Discussion["chosen"]>>(),
    chosenSeatId: text("chosen_seat_id"),
    rawConfidence: doublePrecision("raw_confidence"),
    confidence: doublePrecision(),
    seatCount: integer("seat_count").notNull(),
    inputTokens: integer("input_tokens").notNull(),
    outputTokens: integer("output_tokens").notNull(),
    costMicros: bigint("cost_micros", { mode: "number" }).notNull(),
    budgetMicros: bigint("budget_micros", { mode: "number" }).notNull(),
    deadlineMs: integer("deadline_ms").notNull(),
    ms: doublePrecision().notNull(),
    /** Set by staff: null until somebody judged the answer. */
    isRight: boolean("is_right"),
    feedbackNote: text("feedback_note"),
    feedbackAt: instant("feedback_at"),
  },
  (table) => [
    index("classroom_discussions_at").on(table.at, table.id),
    index("classroom_discussions_conversation").on(table.conversationId),
  ],
)

export const responses = pgTable(
  "classroom_responses",
  {
    id: text().primaryKey(),
    discussionId: text("discussion_id")
      .notNull()
      .references(() => discussions.id),
    position: integer().notNull(),
    round: text().$type<SeatResponse["round"]>().notNull(),
    seatId: text("seat_id").notNull(),
    provider: text().$type<SeatResponse["provider"]>().notNull(),
    model: text().notNull(),
    outcome: text().$type<SeatResponse["outcome"]>().notNull(),
    failure: text(),
    proposal: jsonb().$type<ProposalOutput>(),
    critique: jsonb().$type<CritiqueOutput>(),
    refusedClaims: jsonb("refused_claims").$type<SeatResponse["refusedClaims"]>().notNull(),
    inputTokens: integer("input_tokens").notNull(),
    outputTokens: integer("output_tokens").notNull(),
    costMicros: bigint("cost_micros", { mode: "number" }).notNull(),
    ms: doublePrecision().notNull(),
    promptHash: text("prompt_hash").notNull(),
  },
  (table) => [index("classroom_responses_discussion").on(table.discussionId, table.position)],
)

/** Answer templates of the similarity check: what was asked and which tools answer it, never prose with numbers. */
export const answers = pgTable(
  "classroom_answers",
  {
    id: text().primaryKey(),
    at: instant().notNull(),
    intent: text().notNull(),
    scopeKey: text("scope_key").notNull(),
    scope: jsonb().$type<AnswerScope>().notNull(),
    signature: text().notNull(),
    polarity: text().notNull(),
    /** The masked question: slots are placeholders. */
    maskedText: text("masked_text").notNull(),
    embedderId: text("embedder_id").notNull(),
    embedding: real().array().notNull(),
    template: jsonb().$type<AnswerTemplate>().notNull(),
    discussionId: text("discussion_id"),
    hits: integer().notNull(),
    retiredAt: instant("retired_at"),
    retiredReason: text("retired_reason"),
  },
  (table) => [
    uniqueIndex("classroom_answers_question").on(
      table.scopeKey,
      table.signature,
      table.polarity,
      table.maskedText,
    ),
    index("classroom_answers_intent").on(table.intent),
  ],
)

/** A hit that was answered again in the background and judged. */
export const answerJudgements = pgTable(
  "classroom_answer_judgements",
  {
    id: text().primaryKey(),
    at: instant().notNull(),
    answerId: text("answer_id")
      .notNull()
      .references(() => answers.id),
    intent: text().notNull(),
    isRight: boolean("is_right").notNull(),
    note: text().notNull(),
  },
  (table) => [index("classroom_answer_judgements_intent").on(table.intent)],
)

export const answerIntents = pgTable("classroom_answer_intents", {
  intent: text().primaryKey(),
  threshold: doublePrecision().notNull(),
  isStopped: boolean("is_stopped").notNull(),
  stoppedReason: text("stopped_reason"),
  hits: integer().notNull(),
  judged: integer().notNull(),
  falseHits: integer("false_hits").notNull(),
})
