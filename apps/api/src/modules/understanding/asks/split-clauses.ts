const SENTENCE_END = /(?<=[.?!;])\s+|\n+|(?<=[?!])(?=\p{Lu})/u
const NEXT_QUESTION =
  /,? (?:and|also|plus|but|y|oh and|as well as|&) (?=(?:also |then )?(?:what|how|when|where|which|who|is|are|do|does|did|can|could|will|would|should|may|if|qué|cuánto|cómo|hay)\b)|, (?=(?:what|how|when|where|which|who|is|are|do|does|can|could|will|would|should|and what|and how|may)\b)|,? and (?=(?:what about|how about)\b)/i

/** Sentences of a message; an abbreviation such as "St." may split one too many, which does no harm. */
export function splitSentences(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}

/** Parts of a sentence that each may ask something: "can we move it if it rains, and what about tips?" → two. */
export function splitClauses(sentence: string): string[] {
  return sentence
    .split(NEXT_QUESTION)
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause))
}
