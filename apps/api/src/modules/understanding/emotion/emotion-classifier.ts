import { askKind, isAsk } from "../asks/ask-list.ts"
import { readAskTexts } from "../asks/ask-texts.ts"
import { type Classifier, trainClassifier } from "../classifier/classifier.ts"
import { readLabelledTexts } from "../classifier/labelled-texts.ts"

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
  const texts = readLabelledTexts("emotions.jsonl", "emotion")
  trained = trainClassifier([...texts, ...readPlainQuestions()], {
    seed: 11,
    hasNetwork: false,
    leastTexts: 1,
    passes: 12,
  })
  return trained
}
