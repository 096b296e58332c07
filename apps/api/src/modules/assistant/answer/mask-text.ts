const MASKS: [RegExp, string][] = [
  [/\b[\w.+-]+@[\w-]+\.[\w.]+\b/g, "[email]"],
  [/(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}\b/g, "[phone]"],
  [
    /\b\d{1,6}\s+(?:[A-Z][\w.]*\s+){1,4}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Dr|Drive|Ct|Court|Way|Pl|Place)\b\.?/g,
    "[address]",
  ],
  [/\b(?:my name is|i am|i'm|this is)\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?/g, "[name]"],
  [/\b(?:\d[ -]?){13,16}\b/g, "[card]"],
]

/** @returns the text without addresses, names and numbers to call, for what is stored beside the conversation. */
export function maskText(text: string): string {
  return MASKS.reduce((masked, [expression, mask]) => masked.replace(expression, mask), text)
}
