import {
  type CanonicalQuestion,
  canonicalQuestion,
  embeddedEmbedder,
  type ShareDecision,
  shareDecision,
} from "../../apps/api/src/modules/classroom/similarity/index.ts"
import { understand } from "../../apps/api/src/modules/understanding/index.ts"
import type { Figure, Proof, ProofOptions } from "./proof.ts"
import { readCases } from "./read-cases.ts"

interface CacheCase {
  id: string
  a: string
  b: string
  share: boolean
  kind: string
}

interface Outcome extends CacheCase {
  decision: ShareDecision
}

/** One clock for both questions: the proof asks whether they may share now. */
const NOW = {
  now: "2026-11-25T10:00:00-08:00",
  timeZone: "America/Los_Angeles",
  channel: "web_chat",
} as const
const THRESHOLD = 0.85

async function ask(
  text: string,
): Promise<{ scope: string; question: CanonicalQuestion; embedding: Float32Array }> {
  const question = canonicalQuestion(understand(text, NOW))
  const [embedding] = await embeddedEmbedder().embed([question.masked])
  return { scope: "one", question, embedding: embedding! }
}

async function decide({ a, b }: CacheCase): Promise<ShareDecision> {
  // The judged answer to `a` is the very text: numbers, dates and places must agree, not only their kinds.
  return shareDecision(await ask(a), await ask(b), { mode: "answer", threshold: THRESHOLD })
}

/** Upper end of the exact 95 % interval when no event was seen in `tries`; the rule of three without its rounding. */
const upperBoundOfNone = (tries: number) => 1 - 0.05 ** (1 / tries)

const percent = (share: number) => `${(100 * share).toFixed(2)} %`

function countByKind(outcomes: readonly Outcome[]): Figure[] {
  const kinds = [...new Set(outcomes.filter(({ share }) => !share).map(({ kind }) => kind))].sort()
  return kinds.map((kind) => {
    const pairs = outcomes.filter((pair) => pair.kind === kind && !pair.share)
    const wrong = pairs.filter(({ decision }) => decision.share)
    return {
      what: `false shares, ${kind} (${pairs.length} pairs)`,
      value: wrong.length,
      mustBe: "0",
      holds: wrong.length === 0,
    }
  })
}

async function run({ cases, progress }: ProofOptions): Promise<Figure[]> {
  const outcomes: Outcome[] = []
  for (const pair of readCases<CacheCase>(cases, "cache.jsonl")) {
    outcomes.push({ ...pair, decision: await decide(pair) })
    if (outcomes.length % 200 === 0) progress(`${outcomes.length} pairs compared`)
  }
  const contrasts = outcomes.filter(({ share }) => !share)
  const falseShares = contrasts.filter(({ decision }) => decision.share)
  const paraphrases = outcomes.filter(({ share }) => share)
  const shared = paraphrases.filter(({ decision }) => decision.share)
  const all = shared.length + falseShares.length
  for (const { id, a, b } of falseShares) progress(`FALSE SHARE ${id}: ${a} | ${b}`)
  for (const { id, a, b, decision } of paraphrases) {
    if (!decision.share)
      progress(`missed ${id} (${decision.reason}, ${decision.similarity.toFixed(2)}): ${a} | ${b}`)
  }
  const byCosine = contrasts.filter(({ decision }) => decision.similarity >= THRESHOLD).length
  return [
    ...countByKind(outcomes),
    {
      what: `false shares in ${contrasts.length} contrast pairs`,
      value: falseShares.length,
      mustBe: "0",
      holds: falseShares.length === 0,
    },
    {
      what: "upper bound of the false-share rate (95 %)",
      value:
        falseShares.length === 0 && contrasts.length > 0 ? percent(upperBoundOfNone(contrasts.length)) : "–",
      mustBe: "",
      holds: true,
    },
    { what: "contrast pairs that cosine ≥ 0.85 alone would share", value: byCosine, mustBe: "", holds: true },
    {
      what: `paraphrases shared (of ${paraphrases.length})`,
      value: paraphrases.length > 0 ? percent(shared.length / paraphrases.length) : "–",
      mustBe: "≥ 50 %",
      holds: paraphrases.length === 0 || shared.length / paraphrases.length >= 0.5,
    },
    {
      what: "precision of a share",
      value: all > 0 ? percent(shared.length / all) : "–",
      mustBe: "",
      holds: true,
    },
  ]
}

export const cache: Proof = {
  name: "cache",
  shows:
    "whether a stored answer is ever served to a question that differs in a number, date, place, person or word",
  target: "0 false shares; at least half of the paraphrases shared",
  run,
}
