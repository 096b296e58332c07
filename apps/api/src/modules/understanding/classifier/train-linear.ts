import { randomNumbers, shuffle } from "./random-numbers.ts"
import type { SparseRow } from "./vocabulary.ts"

/** One-vs-rest hyperplanes; `weights[feature * classes + class]`, so that a prediction walks memory in order. */
export interface LinearModel {
  classes: number
  weights: Float32Array
  bias: Float32Array
}

export interface LinearTask {
  rows: readonly SparseRow[]
  labels: Int32Array
  classes: number
  features: number
  /** Price of a violated margin; larger fits the training texts more closely. */
  cost: number
  passes: number
  seed: number
}

/** Dual coordinate descent for the squared hinge loss (Hsieh et al. 2008), one class against all others. */
export function trainLinear(task: LinearTask): LinearModel {
  const model: LinearModel = {
    classes: task.classes,
    weights: new Float32Array(task.features * task.classes),
    bias: new Float32Array(task.classes),
  }
  const plane = new Float32Array(task.features + 1)
  for (let label = 0; label < task.classes; label++) {
    plane.fill(0)
    separate(task, label, plane)
    for (let feature = 0; feature < task.features; feature++) {
      model.weights[feature * task.classes + label] = plane[feature]!
    }
    model.bias[label] = plane[task.features]!
  }
  return model
}

/** Steps smaller than this change no answer. */
const SMALLEST_SLOPE = 0.05

interface Side {
  task: LinearTask
  label: number
  plane: Float32Array
  duals: Float32Array
}

/**
 * Passes over the texts until nothing moves. Texts that lie safely on their side are left out of the next passes and
 * looked at once more in the end (the shrinking of Hsieh et al.), which saves most of the time.
 */
function separate(task: LinearTask, label: number, plane: Float32Array): void {
  const random = randomNumbers(task.seed + label)
  const all = Int32Array.from(task.rows, (_, at) => at)
  const side = { task, label, plane, duals: new Float32Array(all.length) }
  let active = all
  let safeAbove = Infinity
  for (let pass = 0; pass < task.passes; pass++) {
    shuffle(active, random)
    const { kept, largest, highest } = passOver(side, active, safeAbove)
    active = active.subarray(0, kept)
    safeAbove = highest > 0 ? highest : Infinity
    if (largest >= SMALLEST_SLOPE) continue
    if (active.length === all.length) return
    active = all
    safeAbove = Infinity
  }
}

/** One step for each active text; those that stay active are moved to the front. */
function passOver(side: Side, active: Int32Array, safeAbove: number) {
  const { task, label, plane, duals } = side
  const { rows, labels, features, cost } = task
  const softness = 1 / (2 * cost)
  // Rows have length 1 and the bias counts as one more feature of value 1.
  const curvature = 2 + softness
  let kept = 0
  let largest = 0
  let highest = -Infinity
  for (let place = 0; place < active.length; place++) {
    const at = active[place]!
    const sign = labels[at] === label ? 1 : -1
    const dual = duals[at]!
    const slope = sign * (score(rows[at]!, plane) + plane[features]!) - 1 + softness * dual
    if (dual === 0 && slope > safeAbove) continue
    active[place] = active[kept]!
    active[kept++] = at
    const isAtRest = dual === 0 && slope >= 0
    highest = Math.max(highest, isAtRest ? 0 : slope)
    if (isAtRest) continue
    const moved = Math.max(dual - slope / curvature, 0)
    duals[at] = moved
    shift(plane, rows[at]!, (moved - dual) * sign, features)
    largest = Math.max(largest, Math.abs(slope))
  }
  return { kept, largest, highest }
}

function shift(plane: Float32Array, { indices, values }: SparseRow, step: number, features: number): void {
  for (let place = 0; place < indices.length; place++) plane[indices[place]!]! += step * values[place]!
  plane[features]! += step
}

function score(row: SparseRow, plane: Float32Array): number {
  const { indices, values } = row
  let sum = 0
  for (let place = 0; place < indices.length; place++) sum += plane[indices[place]!]! * values[place]!
  return sum
}

/** Distance to each class's hyperplane; positive means "inside". */
export function scoreLinear(model: LinearModel, row: SparseRow): Float32Array {
  const scores = Float32Array.from(model.bias)
  const { classes, weights } = model
  for (let place = 0; place < row.indices.length; place++) {
    const start = row.indices[place]! * classes
    const value = row.values[place]!
    for (let label = 0; label < classes; label++) scores[label]! += value * weights[start + label]!
  }
  return scores
}
