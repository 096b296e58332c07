import { readFileSync } from "node:fs"
import { askKind, isAsk } from "../asks/ask-list.ts"
import { readAskTexts } from "../asks/ask-texts.ts"
import { type Classifier, trainClassifier } from "../classifier/classifier.ts"

let trained: Classifier | undefined

/** Ordinary questions carry no feeling; every third is enough not to drown the others. */
function readPlainQuestions(): { label: string; text: string }[] {
  const plain = readAskTexts().filter(
    ({ label }) => isAsk(label) && !askKind(label).isPersonal && label !== "thanks" && label !== "greeting",
  )
  return plain.filter((_, at) => at % 3 === 0).map(({ text }) => ({ label: "neutral", text }))
}

/** Emotion labels from our labelled sentences; weaker than the words, so it only breaks ties and fills silence. */
export function emotionClassifier(): Classifier {
  if (trained) return trained
  const lines = readFileSync(new URL("../data/emotions.jsonl", import.meta.url), "utf8").split("\n")
  const texts = lines.filter(Boolean).map((line) => {
    const { emotion, text } = JSON.parse(line) as { emotion: string; text: string } // safe: our own file, checked by a test
    return { label: emotion, text }
  })
  trained = trainClassifier([...texts, ...readPlainQuestions()], {
    seed: 11,
    hasNetwork: false,
    leastTexts: 1,
    passes: 12,
  })
  return trained
}
