import {
  ASK_NAMES,
  askClassifier,
  detectAsks,
  extractFeatures,
  shareLabels,
} from "#modules/understanding/index.ts"
import type { Embedder } from "#providers/embeddings/port.ts"
import { unitVector } from "#providers/embeddings/unit-vector.ts"

/** Part of the vector that says which words were used. */
const WORD_DIMENSION = 384
/** Squared shares of the two parts: meaning decides, words tell apart what means almost the same. */
const MEANING_SHARE = 0.87
/** Within the meaning: what was proven, against the classifier's whole spread. */
const SPREAD_SHARE = 0.25

/** Place and sign of a feature come from its hash, so no vocabulary has to be kept. */
function wordPart(text: string): Float32Array {
  const { vocabulary } = askClassifier()
  const vector = new Float32Array(WORD_DIMENSION)
  for (const feature of extractFeatures(text)) {
    const place = vocabulary.places.get(feature)
    const rarity = place === undefined ? 1 : vocabulary.rarity[place]! / 4
    vector[feature % WORD_DIMENSION]! += (feature >>> 31 === 0 ? 1 : -1) * rarity
  }
  return unitVector(vector)
}

/** Placeholders back into everyday words, so that the readers of whole questions recognise them. */
const EVERYDAY: Record<string, string> = {
  "<place>": "Oakland",
  "<guests>": "20 guests",
  "<date>": "Saturday",
  "<time>": "6pm",
  "<upgrade>": "lobster",
  "<extra>": "gyoza",
  "<dish>": "fried rice",
  "<protein>": "chicken",
  "<drink>": "sake",
  "<allergen>": "gluten",
  "<number>": "20",
  "<money>": "$100",
  "<distance>": "45 miles",
  "<percent>": "20%",
  "<duration>": "2 days",
}

function fillPlaceholders(text: string): string {
  return text.replace(/<[a-z]+>/g, (mask) => EVERYDAY[mask] ?? mask)
}

/** Which question types a text asks: proven ones by pattern, the rest as the classifier spreads its confidence. */
function meaningPart(masked: string): Float32Array {
  const text = fillPlaceholders(masked)
  const classifier = askClassifier()
  const vector = new Float32Array(ASK_NAMES.length)
  shareLabels(classifier, text).forEach((share, at) => {
    const place = ASK_NAMES.indexOf(classifier.labels[at] as (typeof ASK_NAMES)[number]) // safe: -1 when it is no ask
    if (place >= 0) vector[place] = SPREAD_SHARE * share
  })
  for (const { ask, confidence } of detectAsks(text)) vector[ASK_NAMES.indexOf(ask)]! += confidence
  return unitVector(vector)
}

/** Cosine 1 is "the same asks in the same words"; texts of different asks stay under 0.3. */
function embedText(text: string): Float32Array {
  const vector = new Float32Array(ASK_NAMES.length + WORD_DIMENSION)
  const meaning = meaningPart(text)
  const words = wordPart(text)
  meaning.forEach((value, at) => {
    vector[at] = Math.sqrt(MEANING_SHARE) * value
  })
  words.forEach((value, at) => {
    vector[ASK_NAMES.length + at] = Math.sqrt(1 - MEANING_SHARE) * value
  })
  return unitVector(vector)
}

/**
 * The embedder that ships with the product: hashed n-grams beside a projection learned from our labelled questions.
 * Deterministic, no network, about a millisecond a text. The id names what the vectors depend on: when the list of
 * asks grows, the dimension and with it the id change, and old vectors are never compared with new ones.
 */
export function embeddedEmbedder(): Embedder {
  const dimension = ASK_NAMES.length + WORD_DIMENSION
  return {
    id: `embedded:asks-${dimension}`,
    dimension,
    embed: (texts) => Promise.resolve(texts.map(embedText)),
  }
}
