import { hashText } from "../core/ids.ts"
import { contentWords, wordsOf } from "./words.ts"

/** A unit vector of hashed words, word pairs and character triples: alike texts lie near each other. */
export function embedText(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0)
  for (const [feature, weight] of featuresOf(text)) {
    const hash = hashText(feature)
    const index = hash % dimensions
    // The sign comes from another bit than the place, so that collisions cancel out on average.
    vector[index] = (vector[index] ?? 0) + (hash & 0x40000000 ? weight : -weight)
  }
  const length = Math.hypot(...vector)
  return length === 0
    ? vector.map((_, index) => (index === 0 ? 1 : 0))
    : vector.map((value) => value / length)
}

function featuresOf(text: string): [string, number][] {
  const words = wordsOf(text)
  const pairs = words.slice(1).map((word, index): [string, number] => [`2:${words[index]} ${word}`, 0.7])
  const stems = [...contentWords(text)].map((word): [string, number] => [`1:${word}`, 2])
  const triples = words.flatMap((word) => {
    const padded = `^${word}$`
    return Array.from({ length: padded.length - 2 }, (_, at): [string, number] => [
      `3:${padded.slice(at, at + 3)}`,
      0.4,
    ])
  })
  return [...stems, ...pairs, ...triples]
}
