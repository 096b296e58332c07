import { softmax } from "./train-network.ts"

/** Temperatures tried when none fits in closed form; wide enough for margins between 0.1 and 10. */
const SHARPNESSES = [0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 14]

/** The sharpness under which the shares of the right classes are likeliest: confidences then mean what they say. */
export function fitSharpness(scores: readonly Float32Array[], labels: Int32Array): number {
  let best = 1
  let least = Infinity
  for (const sharpness of SHARPNESSES) {
    let loss = 0
    scores.forEach((score, at) => {
      loss -= Math.log(softmax(score, sharpness)[labels[at]!]! + 1e-9)
    })
    if (loss < least) {
      least = loss
      best = sharpness
    }
  }
  return best
}

export interface Judged {
  confidence: number
  isRight: boolean
}

/**
 * Confidence under which an answer counts as "unknown": the highest that gives up at most `mayLose` of all known
 * texts although they were understood rightly.
 */
export function pickThreshold(known: readonly Judged[], mayLose: number): number {
  const right = known.filter(({ isRight }) => isRight).map(({ confidence }) => confidence)
  right.sort((a, b) => a - b)
  return right[Math.floor(mayLose * known.length)] ?? 0
}
