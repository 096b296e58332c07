import { fitSharpness } from "./calibrate.ts"
import { extractFeatures } from "./extract-features.ts"
import { type LinearModel, scoreLinear, trainLinear } from "./train-linear.ts"
import { activate, type NetworkModel, readOut, softmax, trainNetwork } from "./train-network.ts"
import { buildVocabulary, type SparseRow, type Vocabulary, vectorise } from "./vocabulary.ts"

export interface Labelled {
  text: string
  label: string
}

export interface Classifier {
  labels: string[]
  vocabulary: Vocabulary
  linear: LinearModel
  linearSharpness: number
  network?: NetworkModel
  networkSharpness: number
}

export interface ClassifierSettings {
  seed: number
  /** With the network the training takes some ten times longer and is right about 0.6 points more often. */
  hasNetwork: boolean
  /** Texts for fitting the confidence; without them a sharpness that suited earlier data is kept. */
  validation?: readonly Labelled[]
  leastTexts?: number
  cost?: number
  passes?: number
  progress?: (message: string) => void
}

export interface Guess {
  label: string
  /** Calibrated share, 0–1. */
  confidence: number
}

/** Trains both models on labelled texts; the same seed gives the same weights. */
export function trainClassifier(texts: readonly Labelled[], settings: ClassifierSettings): Classifier {
  const labels = [...new Set(texts.map(({ label }) => label))].sort()
  const features = texts.map(({ text }) => extractFeatures(text))
  const vocabulary = buildVocabulary(features, settings.leastTexts ?? 2)
  const rows = features.map((feature) => vectorise(feature, vocabulary))
  const places = new Map(labels.map((label, place) => [label, place]))
  const task = {
    rows,
    labels: Int32Array.from(texts, ({ label }) => places.get(label)!),
    classes: labels.length,
    features: vocabulary.places.size,
    seed: settings.seed,
  }
  const linear = trainLinear({ ...task, cost: settings.cost ?? 1, passes: settings.passes ?? 8 })
  settings.progress?.("linear model trained")
  const classifier: Classifier = { labels, vocabulary, linear, linearSharpness: 6, networkSharpness: 1 }
  if (settings.hasNetwork) {
    classifier.network = trainNetwork(
      { ...task, hidden: 192, featureDropout: 0.7, passes: 16, rate: 0.05 },
      (pass) => settings.progress?.(`network, pass ${pass + 1} of 16`),
    )
  }
  if (settings.validation) calibrate(classifier, settings.validation)
  return classifier
}

function calibrate(classifier: Classifier, validation: readonly Labelled[]): void {
  const rows = validation.map(({ text }) => rowOf(classifier, text))
  const labels = Int32Array.from(validation, ({ label }) => classifier.labels.indexOf(label))
  classifier.linearSharpness = fitSharpness(
    rows.map((row) => scoreLinear(classifier.linear, row)),
    labels,
  )
  const { network } = classifier
  if (!network) return
  classifier.networkSharpness = fitSharpness(
    rows.map((row) => readOut(network, activate(network, row))),
    labels,
  )
}

/** The text as the vector the models see. */
export function rowOf(classifier: Classifier, text: string): SparseRow {
  return vectorise(extractFeatures(text), classifier.vocabulary)
}

/** Shares of all labels, in the order of `labels`; the mean of both models when there are two. */
export function shareLabels(classifier: Classifier, text: string): Float32Array {
  const row = rowOf(classifier, text)
  const shares = softmax(scoreLinear(classifier.linear, row), classifier.linearSharpness)
  const { network } = classifier
  if (!network) return shares
  const second = softmax(readOut(network, activate(network, row)), classifier.networkSharpness)
  return shares.map((share, label) => (share + second[label]!) / 2)
}

/** The likeliest labels, best first. */
export function classify(classifier: Classifier, text: string, most = 1): Guess[] {
  return rank(classifier, shareLabels(classifier, text), most)
}

/** Below this share the words around a text are heard too. */
const UNSURE = 0.5

/** The likeliest labels of a text that may only be clear from what stands around it. */
export function classifyWithin(classifier: Classifier, text: string, around: string, most = 1): Guess[] {
  const shares = shareLabels(classifier, text)
  if (text === around || Math.max(...shares) >= UNSURE) return rank(classifier, shares, most)
  const wider = shareLabels(classifier, around)
  const mixed = shares.map((share, label) => (2 * share + wider[label]!) / 3)
  return rank(classifier, mixed, most)
}

function rank(classifier: Classifier, shares: Float32Array, most: number): Guess[] {
  return Array.from(shares, (confidence, at) => ({ label: classifier.labels[at]!, confidence }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, most)
}
