import { isNear, missingFlags, type ReadCase, readEmotionCases } from "./emotion-cases.ts"
import { atLeast, information } from "./figures.ts"
import type { Figure, Proof, ProofOptions } from "./proof.ts"

/** Mean F1 over the labels, a case counting for the acceptable label that was read, otherwise for the first. */
function macroF1(cases: readonly ReadCase[]): number {
  const pairs = cases.map(({ primary = [], read }) => {
    const found: string = read.emotion.primary
    return { meant: primary.includes(found) ? found : (primary[0] ?? found), found }
  })
  const labels = [...new Set(pairs.map(({ meant }) => meant))]
  const scores = labels.map((label) => {
    const right = pairs.filter(({ meant, found }) => meant === label && found === label).length
    const others = pairs.filter(({ meant, found }) => (meant === label) !== (found === label)).length
    return right === 0 ? 0 : (2 * right) / (2 * right + others)
  })
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(labels.length, 1)
}

function agentOf({ read }: ReadCase): string {
  return read.emotion.recommendedAgent ?? read.agent
}

function run({ cases, progress }: ProofOptions): Promise<Figure[]> {
  const all = readEmotionCases(cases, "emotion.jsonl")
  const labelled = all.filter(({ primary }) => primary && primary.length > 0)
  const right = labelled.filter(({ primary, read }) => primary?.includes(read.emotion.primary))
  const withAgent = all.filter(({ agent }) => agent && agent.length > 0)
  const agreed = withAgent.filter((one) => one.agent?.includes(agentOf(one)))
  for (const { id, text, primary, read } of labelled) {
    if (!primary?.includes(read.emotion.primary))
      progress(`${id}: "${text}" → ${read.emotion.primary}, not ${primary?.join("/")}`)
  }
  for (const one of withAgent) {
    if (!one.agent?.includes(agentOf(one)))
      progress(`${one.id}: "${one.text}" → agent ${agentOf(one)}, not ${one.agent?.join("/")}`)
  }
  const intensities = all.filter(({ intensity, read }) => isNear(intensity, read.emotion.intensity))
  const urgencies = all.filter(({ urgency, read }) => isNear(urgency, read.emotion.urgency))
  const flagged = all.filter((one) => missingFlags(one).length === 0)
  const escalated = all.filter(({ escalate, read }) => escalate === read.mustEscalate.length > 0)
  return Promise.resolve([
    atLeast(`primary emotion acceptable (of ${labelled.length})`, right.length, labelled.length, 0.8),
    information("macro F1 over the labels", macroF1(labelled).toFixed(2)),
    atLeast("intensity in its band", intensities.length, all.length, 0.8),
    atLeast("urgency in its band", urgencies.length, all.length, 0.8),
    atLeast("all expected flags raised", flagged.length, all.length, 0.9),
    atLeast("escalation agrees", escalated.length, all.length, 0.95),
    atLeast(`agent acceptable (of ${withAgent.length})`, agreed.length, withAgent.length, 0.8),
  ])
}

export const emotion: Proof = {
  name: "emotion",
  shows: "whether the feeling, its strength and what it asks for are read as people labelled them",
  target: "≥ 80 % acceptable primary emotion, ≥ 95 % agreement on escalation",
  run,
}
