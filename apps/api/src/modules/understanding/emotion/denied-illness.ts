const ILL = "(?:c(?:o)?eliacs?|severe|serious|dangerous|life[- ]threatening|deadly|bad|real|true|medical)"
const DENIED_ILLNESS = new RegExp(
  `\\b(?:no|not|nothing|never|without|isn'?t|aren'?t|doesn'?t have|don'?t have|hasn'?t)(?: (?:a|an|any|it|it's|that|so|too|very|really|actually|even|diagnosed|the|technically|anything|been|has|have|he|she|they))* ${ILL}(?:[- ](?:disease|allerg\\w*|reaction))?\\b`,
  "gi",
)

/** @returns the text without illnesses that are said not to be there: "it is no coeliac disease", "nothing severe". */
export function withoutDeniedIllness(text: string): string {
  return text.replace(DENIED_ILLNESS, " ")
}
