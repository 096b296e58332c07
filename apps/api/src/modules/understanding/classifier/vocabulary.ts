/** One text as a sparse vector of length 1. */
export interface SparseRow {
  indices: Int32Array
  values: Float32Array
}

/** Known features, their place in the vector and how rare they are. */
export interface Vocabulary {
  places: Map<number, number>
  rarity: Float32Array
}

/** Keeps features seen in at least `leastTexts` texts; rarity is the smoothed inverse document frequency. */
export function buildVocabulary(texts: readonly Uint32Array[], leastTexts: number): Vocabulary {
  const counts = new Map<number, number>()
  for (const features of texts) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const places = new Map<number, number>()
  const rarity: number[] = []
  for (const [feature, count] of counts) {
    if (count < leastTexts) continue
    places.set(feature, places.size)
    rarity.push(Math.log((1 + texts.length) / (1 + count)) + 1)
  }
  return { places, rarity: Float32Array.from(rarity) }
}

/** Unknown features are left out; a text without any known one gives an empty row. */
export function vectorise(features: Uint32Array, vocabulary: Vocabulary): SparseRow {
  const indices: number[] = []
  const values: number[] = []
  let squares = 0
  for (const feature of features) {
    const place = vocabulary.places.get(feature)
    if (place === undefined) continue
    const weight = vocabulary.rarity[place]!
    indices.push(place)
    values.push(weight)
    squares += weight * weight
  }
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
  return { indices: Int32Array.from(indices), values: Float32Array.from(values, (value) => value * scale) }
}
