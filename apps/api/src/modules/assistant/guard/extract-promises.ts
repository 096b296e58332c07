/** Words that bind the business. Each must be borne by a fact that uses words of the same kind. */
const PROMISES: { kind: string; expression: RegExp }[] = [
  {
    kind: "guarantee",
    expression:
      /\b(guarantee[ds]?|guaranteeing|we promise|i promise|100 ?% safe|completely safe|totally safe|absolutely safe|perfectly safe)\b/i,
  },
  {
    kind: "free-from",
    expression:
      /\b(allergen|nut|peanut|gluten|dairy|egg|soy|shellfish)[- ]free\b|\bfree (?:of|from) (?:any )?(allergens?|nuts?|gluten|dairy|traces)\b/i,
  },
  {
    kind: "gift",
    expression:
      /\b(complimentary|on the house|free of charge|for free|at no (?:extra )?(?:cost|charge)|no charge|is free today|are free|is free)\b/i,
  },
  {
    kind: "discount",
    expression:
      /\b(discount(?:ed)?|% off|percent off|waive[ds]?|knock(?:ed)? off|special (?:price|rate)|promo(?:tion)?(?:al)? (?:code|price))\b/i,
  },
  { kind: "refund", expression: /\b(refund(?:ed|s)?|money back|reimburse[ds]?)\b/i },
  {
    kind: "follow-up",
    expression:
      /\b(?:we|i|someone|somebody|a person|a manager|our team)(?:'ll| will) (?:call|phone|contact|e-?mail|text|reach out|get back|follow up|tell|answer)\b/i,
  },
  {
    kind: "done",
    expression:
      /\b(?:i have|i've|we have|we've) (?:booked|cancel(?:l)?ed|moved|rescheduled|refunded|changed|added|applied|held|reserved)\b|\b(?:is|has been|was) (?:booked|cancel(?:l)?ed|rescheduled|reserved) (?:for you|now)\b/i,
  },
  {
    // Agreeing with what no fact says makes the customer's claim ours.
    kind: "agreement",
    expression:
      /\byou(?:['’]re| are) (?:(?:absolutely|completely|entirely|quite|totally) )?(?:right|correct)\b(?! to )/i,
  },
  {
    kind: "private",
    expression:
      /\bchefs?(?:'s)? (?:are|is|get|gets|earn|earns|make|makes|pay|salary|wage)s?\b[^.]{0,30}(?:paid|\$|per adult|hour)|\binternal note/i,
  },
]

const NEGATION =
  /\b(no|not|never|cannot|can't|don't|do not|doesn't|does not|won't|will not|isn't|aren't|without|unable to|instead of)\b[^.!?;]{0,30}$/i

export interface PromiseFound {
  kind: string
  text: string
}

/** @returns the binding words of a text, without those that are denied ("we cannot promise"). */
export function extractPromises(text: string): PromiseFound[] {
  return sentencesOf(text).flatMap((sentence) =>
    PROMISES.flatMap(({ kind, expression }) => {
      const match = expression.exec(sentence)
      if (!match || NEGATION.test(sentence.slice(0, match.index))) return []
      return [{ kind, text: match[0] }]
    }),
  )
}

/** @returns the sentences of a text; a point inside a number or a name like "Dr." does not end one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+(?=[A-Z0-9"“(¿¡–-])|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "")
}
