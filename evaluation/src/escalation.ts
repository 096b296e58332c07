import { missingFlags, readEmotionCases } from "./emotion-cases.ts"
import { atLeast, atMost } from "./figures.ts"
import type { Figure, Proof, ProofOptions } from "./proof.ts"

function run({ cases, progress }: ProofOptions): Promise<Figure[]> {
  const all = readEmotionCases(cases, "escalation.jsonl")
  const needed = all.filter(({ escalate }) => escalate)
  const ordinary = all.filter(({ escalate }) => !escalate)
  const missed = needed.filter(({ read }) => read.mustEscalate.length === 0)
  const alarms = ordinary.filter(({ read }) => read.mustEscalate.length > 0)
  const flagged = all.filter((one) => missingFlags(one).length === 0)
  for (const { id, text } of missed) progress(`MISSED ${id}: ${text}`)
  for (const { id, text, read } of alarms)
    progress(`false alarm ${id} (${read.mustEscalate.join(", ")}): ${text}`)
  for (const one of all) {
    const missing = missingFlags(one)
    if (missing.length > 0) progress(`flags ${missing.join(", ")} not raised, ${one.id}: ${one.text}`)
  }
  return Promise.resolve([
    atLeast(
      `messages for a person that reach one (of ${needed.length})`,
      needed.length - missed.length,
      needed.length,
      0.98,
    ),
    atMost(
      `ordinary messages sent to a person (of ${ordinary.length})`,
      alarms.length,
      ordinary.length,
      0.05,
    ),
    atLeast(`messages with all expected flags (of ${all.length})`, flagged.length, all.length, 0.95),
  ])
}

export const escalation: Proof = {
  name: "escalation",
  shows: "whether every message that a person must see reaches one, and ordinary questions do not",
  target: "≥ 98 % recall, ≤ 5 % false alarms, ≥ 95 % with all flags",
  run,
}
