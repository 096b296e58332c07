import { randomNumbers, shuffle } from "./random-numbers.ts"
import type { SparseRow } from "./vocabulary.ts"

/** One hidden layer; rows of `inward` belong to features, rows of `outward` to hidden units. */
export interface NetworkModel {
  classes: number
  hidden: number
  inward: Float32Array
  inwardBias: Float32Array
  outward: Float32Array
  outwardBias: Float32Array
}

export interface NetworkTask {
  rows: readonly SparseRow[]
  labels: Int32Array
  classes: number
  features: number
  hidden: number
  /** Share of a text's features hidden from the network at each look: what makes it better than the plain layer. */
  featureDropout: number
  passes: number
  rate: number
  seed: number
}

const BATCH = 16
const FLOOR = 1e-8

interface Slopes {
  outward: Float32Array
  outwardBias: Float32Array
  inwardSquares: Float32Array
  outwardSquares: Float32Array
  biasSquares: Float32Array
}

function gaussians(size: number, spread: number, random: () => number): Float32Array {
  return Float32Array.from({ length: size }, () => {
    const radius = Math.sqrt(-2 * Math.log(random() + 1e-12))
    return spread * radius * Math.cos(2 * Math.PI * random())
  })
}

function startNetwork(task: NetworkTask, random: () => number): NetworkModel {
  return {
    classes: task.classes,
    hidden: task.hidden,
    inward: gaussians(task.features * task.hidden, 0.1, random),
    inwardBias: new Float32Array(task.hidden),
    outward: gaussians(task.hidden * task.classes, Math.sqrt(2 / task.hidden), random),
    outwardBias: new Float32Array(task.classes),
  }
}

/** Softmax cross-entropy with AdaGrad, because features that are rare must still move far. */
export function trainNetwork(task: NetworkTask, progress?: (pass: number) => void): NetworkModel {
  const random = randomNumbers(task.seed)
  const model = startNetwork(task, random)
  const slopes: Slopes = {
    outward: new Float32Array(model.outward.length),
    outwardBias: new Float32Array(task.classes),
    inwardSquares: new Float32Array(model.inward.length + task.hidden),
    outwardSquares: new Float32Array(model.outward.length),
    biasSquares: new Float32Array(task.classes),
  }
  const order = Int32Array.from(task.rows, (_, at) => at)
  for (let pass = 0; pass < task.passes; pass++) {
    shuffle(order, random)
    const rate = task.rate * (1 - (0.9 * pass) / task.passes)
    for (let at = 0; at < order.length; at++) {
      learn(model, slopes, dropFeatures(task.rows[order[at]!]!, task.featureDropout, random), {
        label: task.labels[order[at]!]!,
        rate,
      })
      if (at % BATCH === BATCH - 1 || at === order.length - 1) applyOutward(model, slopes, rate)
    }
    progress?.(pass)
  }
  return model
}

function dropFeatures(row: SparseRow, share: number, random: () => number): SparseRow {
  if (share === 0) return row
  const indices: number[] = []
  const values: number[] = []
  const scale = 1 / (1 - share)
  for (let place = 0; place < row.indices.length; place++) {
    if (random() < share) continue
    indices.push(row.indices[place]!)
    values.push(row.values[place]! * scale)
  }
  return { indices: Int32Array.from(indices), values: Float32Array.from(values) }
}

function learn(model: NetworkModel, slopes: Slopes, row: SparseRow, lesson: { label: number; rate: number }) {
  const { classes, hidden } = model
  const active = activate(model, row)
  const errors = softmax(readOut(model, active), 1)
  errors[lesson.label]! -= 1
  const back = new Float32Array(hidden)
  for (let unit = 0; unit < hidden; unit++) {
    const level = active[unit]!
    if (level <= 0) continue
    const start = unit * classes
    let sum = 0
    for (let label = 0; label < classes; label++) {
      const error = errors[label]!
      sum += error * model.outward[start + label]!
      slopes.outward[start + label]! += error * level
    }
    back[unit] = sum
  }
  for (let label = 0; label < classes; label++) slopes.outwardBias[label]! += errors[label]!
  moveInward(model, slopes, row, { back, rate: lesson.rate })
}

function moveInward(
  model: NetworkModel,
  slopes: Slopes,
  row: SparseRow,
  step: { back: Float32Array; rate: number },
): void {
  const { hidden, inward, inwardBias } = model
  const { inwardSquares } = slopes
  for (let place = 0; place < row.indices.length; place++) {
    const start = row.indices[place]! * hidden
    const value = row.values[place]!
    for (let unit = 0; unit < hidden; unit++) {
      if (step.back[unit] === 0) continue
      const slope = step.back[unit]! * value
      const squares = inwardSquares[start + unit]! + slope * slope
      inwardSquares[start + unit] = squares
      inward[start + unit]! -= (step.rate * slope) / (Math.sqrt(squares) + FLOOR)
    }
  }
  const biasStart = inward.length
  for (let unit = 0; unit < hidden; unit++) {
    const slope = step.back[unit]!
    if (slope === 0) continue
    inwardSquares[biasStart + unit]! += slope * slope
    inwardBias[unit]! -= (step.rate * slope) / (Math.sqrt(inwardSquares[biasStart + unit]!) + FLOOR)
  }
}

function applyOutward(model: NetworkModel, slopes: Slopes, rate: number): void {
  descend(model.outward, slopes.outward, slopes.outwardSquares, rate)
  descend(model.outwardBias, slopes.outwardBias, slopes.biasSquares, rate)
}

function descend(weights: Float32Array, slopes: Float32Array, squares: Float32Array, rate: number): void {
  for (let at = 0; at < weights.length; at++) {
    const slope = slopes[at]!
    if (slope === 0) continue
    squares[at]! += slope * slope
    weights[at]! -= (rate * slope) / (Math.sqrt(squares[at]!) + FLOOR)
    slopes[at] = 0
  }
}

/** Levels of the hidden units: also the learned half of the embedding. */
export function activate(model: NetworkModel, row: SparseRow): Float32Array {
  const { hidden, inward } = model
  const levels = Float32Array.from(model.inwardBias)
  for (let place = 0; place < row.indices.length; place++) {
    const start = row.indices[place]! * hidden
    const value = row.values[place]!
    for (let unit = 0; unit < hidden; unit++) levels[unit]! += value * inward[start + unit]!
  }
  for (let unit = 0; unit < hidden; unit++) if (levels[unit]! < 0) levels[unit] = 0
  return levels
}

/** Unscaled scores of the classes for given hidden levels. */
export function readOut(model: NetworkModel, levels: Float32Array): Float32Array {
  const { classes, hidden, outward } = model
  const scores = Float32Array.from(model.outwardBias)
  for (let unit = 0; unit < hidden; unit++) {
    const level = levels[unit]!
    if (level === 0) continue
    const start = unit * classes
    for (let label = 0; label < classes; label++) scores[label]! += level * outward[start + label]!
  }
  return scores
}

/** Shares that add up to 1; a larger sharpness makes them more decided. */
export function softmax(scores: Float32Array, sharpness: number): Float32Array {
  let top = -Infinity
  for (const score of scores) if (score > top) top = score
  let sum = 0
  const shares = new Float32Array(scores.length)
  for (let label = 0; label < scores.length; label++) {
    shares[label] = Math.exp((scores[label]! - top) * sharpness)
    sum += shares[label]!
  }
  for (let label = 0; label < shares.length; label++) shares[label]! /= sum
  return shares
}
