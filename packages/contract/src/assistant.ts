import { z } from "zod"
import { Channel } from "./conversations.ts"
import { Citation } from "./knowledge.ts"
import { InstantText } from "./time.ts"

export const FactKind = z.enum([
  "money",
  "date",
  "time",
  "count",
  "duration",
  "distance",
  "percent",
  "item",
  "place",
  "promise",
  "link",
])
export type FactKind = z.infer<typeof FactKind>

/** One value as it can be compared: cents, ISO date, minutes of the day, number, hundredths of a mile, minutes. */
export const FactValue = z.object({ kind: FactKind, normalised: z.string() })
export type FactValue = z.infer<typeof FactValue>

export const FactSource = z.object({
  kind: z.enum(["tool", "passage"]),
  /** The tool's name or the passage's id. */
  ref: z.string(),
  citation: Citation.optional(),
})
export type FactSource = z.infer<typeof FactSource>

/** One thing that an answer may say. */
export const Fact = z.object({
  id: z.string(),
  topic: z.string(),
  sentence: z.string(),
  values: z.array(FactValue),
  source: FactSource,
})
export type Fact = z.infer<typeof Fact>

export const TraceSpan = z.object({
  name: z.string(),
  startMs: z.number(),
  ms: z.number(),
  details: z.record(z.string(), z.unknown()),
})
export type TraceSpan = z.infer<typeof TraceSpan>

export const ToolCall = z.object({
  tool: z.string(),
  input: z.unknown(),
  outcome: z.enum(["ok", "refused", "failed"]),
  /** The tool's output, or the public message of the refusal. */
  output: z.unknown(),
  ms: z.number(),
})
export type ToolCall = z.infer<typeof ToolCall>

/** How the words came about. */
export const Responder = z.enum(["discussion", "template", "grounded", "confirmation", "person", "silence"])
export type Responder = z.infer<typeof Responder>

export const GuardProblem = z.object({ kind: z.string(), text: z.string(), reason: z.string() })
export type GuardProblem = z.infer<typeof GuardProblem>

export const GuardVerdict = z.object({
  draft: z.string(),
  author: z.string(),
  passes: z.boolean(),
  problems: z.array(GuardProblem),
})
export type GuardVerdict = z.infer<typeof GuardVerdict>

export const TraceSummary = z.object({
  id: z.string(),
  conversationId: z.string(),
  messageId: z.string(),
  answerId: z.string().nullable(),
  at: InstantText,
  channel: Channel,
  agent: z.string(),
  category: z.string(),
  complexity: z.number(),
  responder: Responder,
  escalated: z.boolean(),
  confidence: z.number(),
  costMicros: z.int(),
  ms: z.number(),
  question: z.string(),
})
export type TraceSummary = z.infer<typeof TraceSummary>

/** Why the assistant said what it said. */
export const Trace = TraceSummary.extend({
  answer: z.string(),
  asks: z.array(z.string()),
  slots: z.record(z.string(), z.unknown()),
  emotion: z.record(z.string(), z.unknown()),
  escalationReasons: z.array(z.string()),
  spans: z.array(TraceSpan),
  facts: z.array(Fact),
  toolCalls: z.array(ToolCall),
  similarity: z
    .object({
      hit: z.boolean(),
      reason: z.string(),
      similarity: z.number().nullable(),
      entryId: z.string().nullable(),
    })
    .nullable(),
  discussionId: z.string().nullable(),
  guard: z.array(GuardVerdict),
  /** Versions of what the answer rested on. */
  versions: z.record(z.string(), z.string()),
})
export type Trace = z.infer<typeof Trace>

export const ToolDescription = z.object({
  name: z.string(),
  description: z.string(),
  access: z.enum(["read", "write"]),
  /** What the customer must have proven before it may be called. */
  needs: z.enum(["nothing", "identity"]),
})
export type ToolDescription = z.infer<typeof ToolDescription>

export const AgentDescription = z.object({
  name: z.string(),
  title: z.string(),
  purpose: z.string(),
  tools: z.array(ToolDescription),
})
export type AgentDescription = z.infer<typeof AgentDescription>
