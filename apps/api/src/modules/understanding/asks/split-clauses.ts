const SENTENCE_END = /(?<=[.?!;])\s+|\n+|(?<=[?!])(?=\p{Lu})/u
const NEXT_QUESTION =
  /,? (?:and|also|plus|but|y|oh and|as well as|&) (?=(?:also |then )?(?:(?:by|at|on|in|until|till|from|for|to) (?:what|which|when|whom)|what|how|when|where|which|who|is|are|do|does|did|can|could|will|would|should|may (?:i|we|you|my|our)|if|whether|qué|cuánto|cómo|hay)\b)|, (?=(?:what|how|when|where|which|who|is|are|do|does|can|could|will|would|should|and what|and how|may (?:i|we|you|my|our))\b)|,? and (?=(?:what about|how about)\b)/i

/** Sentences of a message; an abbreviation such as "St." may split one too many, which does no harm. */
export function splitSentences(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}

const BARE_QUESTION = /^(?:\w+ )?(?:when|what|which|where|how|why|who)\W*$/i

/** Parts of a sentence that each may ask something: "can we move it if it rains, and what about tips?" → two. */
export function splitClauses(sentence: string): string[] {
  const clauses: string[] = []
  for (const part of sentence.split(NEXT_QUESTION)) {
    const clause = part.trim()
    if (!/[\p{L}\p{N}]/u.test(clause)) continue
    // "… and by when?" asks nothing without what stands before it.
    if (clauses.length > 0 && BARE_QUESTION.test(clause)) clauses.push(`${clauses.pop()} and ${clause}`)
    else clauses.push(clause)
  }
  return clauses
}
