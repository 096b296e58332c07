import { askClassifier } from "../../apps/api/src/modules/understanding/asks/ask-classifier.ts"
import { detectAsks } from "../../apps/api/src/modules/understanding/asks/detect-asks.ts"
import { type Judged, pickThreshold } from "../../apps/api/src/modules/understanding/classifier/calibrate.ts"
import {
  type Classifier,
  classify,
  type Labelled,
  trainClassifier,
} from "../../apps/api/src/modules/understanding/classifier/classifier.ts"
import { understand } from "../../apps/api/src/modules/understanding/index.ts"
import { findClinc, type IntentData, readIntentData } from "./clinc-data.ts"
import { atLeast, information } from "./figures.ts"
import type { Figure, Proof, ProofOptions } from "./proof.ts"
import { readCases } from "./read-cases.ts"

/** Share of the known validation texts that may be turned away for the sake of recognising strangers. */
const MAY_LOSE = 0.005

interface OwnCase {
  ask: string
  text: string
}

interface Judgement extends Judged {
  ms: number
}

function judge(classifier: Classifier, texts: readonly Labelled[]): Judgement[] {
  return texts.map(({ text, label }) => {
    const startedAt = performance.now()
    const [best] = classify(classifier, text)
    return {
      confidence: best?.confidence ?? 0,
      isRight: best?.label === label,
      ms: performance.now() - startedAt,
    }
  })
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? 0
}

/** A tenth of the training texts and the linear model alone: the shape of the figure within a minute. */
function shrink(data: IntentData): IntentData {
  return {
    ...data,
    train: data.train.filter((_, at) => at % 3 === 0),
    test: data.test.filter((_, at) => at % 3 === 0),
  }
}

function benchmark(full: IntentData, options: ProofOptions): Figure[] {
  const data = options.quick ? shrink(full) : full
  options.progress(`training on ${data.train.length} texts`)
  const classifier = trainClassifier(data.train, {
    seed: options.seed,
    hasNetwork: !options.quick,
    validation: data.validation,
    progress: options.progress,
  })
  // The threshold sees only the validation texts; the test texts are looked at once.
  const threshold = pickThreshold(judge(classifier, data.validation), MAY_LOSE)
  const known = judge(classifier, data.test)
  const accepted = known.filter(({ confidence, isRight }) => isRight && confidence >= threshold)
  const right = known.filter(({ isRight }) => isRight)
  const strangers = data.strangersForTest.map((text) => classify(classifier, text)[0]?.confidence ?? 0)
  const refused = strangers.filter((confidence) => confidence < threshold)
  const times = known.map(({ ms }) => ms)
  const bounds = options.quick ? { inScope: 0.85, strangers: 0.3 } : { inScope: 0.925, strangers: 0.5 }
  const slow = percentile(times, 0.99)
  return [
    information(
      "training texts",
      options.quick
        ? `${data.train.length} of ${full.train.length} (quick: model A alone)`
        : data.train.length,
    ),
    information("closed-set accuracy", `${((100 * right.length) / known.length).toFixed(2)} %`),
    atLeast(
      `in-scope accuracy at the threshold (${known.length} texts)`,
      accepted.length,
      known.length,
      bounds.inScope,
    ),
    atLeast(
      `out-of-scope recall at the same threshold (${strangers.length} texts)`,
      refused.length,
      strangers.length,
      bounds.strangers,
    ),
    { what: "one message, 99th percentile, ms", value: slow.toFixed(2), mustBe: "≤ 15", holds: slow <= 15 },
  ]
}

/** Held-out questions of the business: the classifier alone, then everything `understand` does about asks. */
function ownQuestions(progress: ProofOptions["progress"]): Figure[] {
  const cases = readCases<OwnCase>([], "asks-held-out.jsonl")
  const classifier = askClassifier()
  const alone = cases.filter(({ ask, text }) => classify(classifier, text)[0]?.label === ask)
  const found = cases.filter(({ ask, text }) => {
    const asks = detectAsks(text)
    const isFound = asks.some((one) => one.ask === ask)
    if (!isFound) progress(`"${text}" is ${ask}, read as ${asks.map((one) => one.ask).join(" + ")}`)
    return isFound
  })
  const options = {
    now: "2026-11-25T10:00:00-08:00",
    timeZone: "America/Los_Angeles",
    channel: "web_chat",
  } as const
  const times = cases.map(({ text }) => {
    const startedAt = performance.now()
    understand(text, options)
    return performance.now() - startedAt
  })
  const slow = percentile(times, 0.95)
  return [
    atLeast(`own questions, asks found (${cases.length} held out)`, found.length, cases.length, 0.85),
    atLeast("own questions, classifier alone", alone.length, cases.length, 0.8),
    {
      what: "understand(), whole message, 95th percentile, ms",
      value: slow.toFixed(1),
      mustBe: "≤ 15",
      holds: slow <= 15,
    },
  ]
}

function run(options: ProofOptions): Promise<Figure[]> {
  const clinc = findClinc()
  const files = options.cases.length > 0 ? options.cases : clinc ? [clinc] : []
  const own = options.cases.length > 0 ? [] : ownQuestions(options.progress)
  if (files.length === 0) {
    return Promise.resolve([
      ...own,
      information("CLINC150", "not on this machine: give its data_full.json with --cases"),
    ])
  }
  return Promise.resolve([...benchmark(readIntentData(files), options), ...own])
}

export const intent: Proof = {
  name: "intent",
  shows:
    "how well the offline classifier knows intents and knows what it does not know, on CLINC150 and our own questions",
  target: "CLINC150: ≥ 92.5 % in scope and ≥ 50 % out-of-scope recall together, ≤ 15 ms a message",
  run,
}
