/** Kinds of n-gram share one number space; the salt keeps "an" the word apart from "an" the letters. */
const WORD = 0x811c9dc5
const PAIR = 0x9e3779b1
const SKIP = 0x85ebca6b
const LETTERS = 0xc2b2ae35

/** Words of a message in lower case; digits become 0, so that "20 guests" and "30 guests" look alike. */
export function splitWords(text: string): string[] {
  const plain = text.normalize("NFKC").toLowerCase().replace(/[’‘`]/g, "'").replace(/\d/g, "0")
  return plain.match(/[\p{L}\p{N}']+|[?!$]/gu) ?? []
}

function mix(hash: number, text: string): number {
  let mixed = hash
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193)
  return mixed
}

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x45d9f3b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function addLetters(features: Set<number>, word: string): void {
  const padded = `<${word}>`
  for (let size = 3; size <= 4; size++) {
    for (let at = 0; at + size <= padded.length; at++) {
      features.add(finish(mix(LETTERS + size, padded.slice(at, at + size))))
    }
  }
}

/**
 * Hashes of the word 1–2-grams, skip-grams (one and two words left out) and letter 3–4-grams of a text, each once.
 * No scaling here: the vocabulary weighs them.
 */
export function extractFeatures(text: string): Uint32Array {
  const words = splitWords(text)
  const features = new Set<number>()
  const bounded = ["^", ...words, "$"]
  for (let at = 0; at < bounded.length; at++) {
    const word = bounded[at]!
    features.add(finish(mix(WORD, word)))
    const head = mix(PAIR, word)
    const next = bounded[at + 1]
    if (next !== undefined) features.add(finish(mix(Math.imul(head, 31), next)))
    const skipped = bounded[at + 2]
    if (skipped !== undefined) features.add(finish(mix(Math.imul(head ^ SKIP, 37), skipped)))
    const farther = bounded[at + 3]
    if (farther !== undefined) features.add(finish(mix(Math.imul(head ^ SKIP, 37), farther)))
  }
  for (const word of words) addLetters(features, word)
  return Uint32Array.from(features)
}
