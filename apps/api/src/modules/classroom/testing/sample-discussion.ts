import type { Fact } from "../discussion/check-claim.ts"
import type { DiscussInput } from "../discussion/session.ts"

/** Facts as tools make them; the figures are the sample business's but nothing here depends on that. */
export const SAMPLE_FACTS: Fact[] = [
  { id: "fact:1", topic: "price.per_adult", sentence: "Adults are $55.00 each." },
  { id: "fact:2", topic: "price.per_child", sentence: "Children from 6 to 12 are $30.00 each." },
  { id: "fact:3", topic: "price.little_ones", sentence: "Children of 5 and under eat free." },
  { id: "fact:4", topic: "deposit.amount", sentence: "The deposit is $100.00 and is due when you book." },
  {
    id: "fact:5",
    topic: "weather.policy",
    sentence: "If it rains you can move the party once without a fee until 48 hours before.",
  },
  {
    id: "fact:6",
    topic: "tip.policy",
    sentence: "A tip of 20% to 35% for the chef is customary and not included.",
  },
  {
    id: "fact:7",
    topic: "date.starts",
    sentence: "Free starts on Saturday, December 12, 2026 are 12:00 PM and 6:00 PM.",
  },
]

export const COMPLEX_ASKS = [
  "price.per_adult",
  "price.per_child",
  "deposit.amount",
  "weather.policy",
  "tip.policy",
]

/** @returns a discussion's input; the guard lets everything pass unless told otherwise. */
export function aDiscussion(changes: Partial<DiscussInput> = {}): DiscussInput {
  const question = "What do you charge, is there a deposit, can we move it if it rains, and what about tips?"
  return {
    question,
    maskedQuestion: question,
    asks: COMPLEX_ASKS,
    facts: SAMPLE_FACTS,
    agent: { name: "LeadNurturing", manner: "Friendly and short." },
    channel: "web_chat",
    complexity: 0.9,
    deadlineMs: 20_000,
    budgetCents: 50,
    checkDraft: () => ({ passes: true, problems: [] }),
    ...changes,
  }
}
