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

function separate(task: LinearTask, label: number, plane: Float32Array): void {
  const { rows, labels, features, cost } = task
  const random = randomNumbers(task.seed + label)
  const order = Int32Array.from(rows, (_, at) => at)
  const duals = new Float32Array(rows.length)
  const softness = 1 / (2 * cost)
  // Rows have length 1 and the bias counts as one more feature of value 1.
  const curvature = 2 + softness
  for (let pass = 0; pass < task.passes; pass++) {
    shuffle(order, random)
    let largest = 0
    for (const at of order) {
      const row = rows[at]!
      const side = labels[at] === label ? 1 : -1
      const dual = duals[at]!
      const slope = side * (score(row, plane) + plane[features]!) - 1 + softness * dual
      if (dual === 0 && slope >= 0) continue
      const moved = Math.max(dual - slope / curvature, 0)
      const step = (moved - dual) * side
      duals[at] = moved
      const { indices, values } = row
      for (let place = 0; place < indices.length; place++) plane[indices[place]!]! += step * values[place]!
      plane[features]! += step
      largest = Math.max(largest, Math.abs(slope))
    }
    if (largest < 0.05) return
  }
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
