import { expect, test } from "vitest"
import { pickThreshold } from "./calibrate.ts"
import { classify, type Labelled, trainClassifier } from "./classifier.ts"

const TEXTS: Labelled[] = [
  ["rain", "what happens if it rains"],
  ["rain", "is there a rain plan"],
  ["rain", "do you cook in the rain"],
  ["tip", "should I tip the chef"],
  ["tip", "how much do people tip"],
  ["tip", "is the tip included"],
  ["price", "how much for ten adults"],
  ["price", "what does a party cost"],
  ["price", "price for a birthday"],
].map(([label, text]) => ({ label: label!, text: text! }))

test.each([false, true])("learns its texts and generalises a little (network: %s)", (hasNetwork) => {
  const classifier = trainClassifier(TEXTS, { seed: 1, hasNetwork, leastTexts: 1 })
  expect(TEXTS.filter(({ text, label }) => classify(classifier, text)[0]?.label !== label)).toEqual([])
  expect(classify(classifier, "tips for the chef?")[0]?.label).toBe("tip")
})

test("gives the same weights for the same seed", () => {
  const [one, two] = [1, 2].map(() => trainClassifier(TEXTS, { seed: 3, hasNetwork: true, leastTexts: 1 }))
  expect(classify(one!, "will it rain", 3)).toEqual(classify(two!, "will it rain", 3))
})

test("is unsure of a text that shares nothing with what it learned", () => {
  const classifier = trainClassifier(TEXTS, { seed: 1, hasNetwork: false, leastTexts: 1 })
  const known = classify(classifier, "should I tip")[0]!.confidence
  expect(classify(classifier, "zzz qqq www")[0]!.confidence).toBeLessThan(known)
})

test("picks the threshold that gives up no more than it may", () => {
  const judged = [0.9, 0.8, 0.7, 0.2].map((confidence) => ({ confidence, isRight: true }))
  expect(pickThreshold([...judged, { confidence: 0.1, isRight: false }], 0.2)).toBe(0.7)
  expect(pickThreshold(judged, 0)).toBe(0.2)
})
