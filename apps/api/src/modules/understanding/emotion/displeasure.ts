/** Said of us, our prices or our rules by somebody who does not like them, without a word of anger. */
const SIGNS: readonly RegExp[] = [
  /\b(?:kind of|kinda|a bit|a little|rather|pretty|so|really|very|quite|just|feels?|seems?|that'?s|this is|sounds?)(?: (?:a bit|kind of|like))? (?:pushy|shady|sketchy|greedy|rude|cheap|steep|off|weird|odd|excessive|stingy|petty|misleading|dishonest|deceptive|sloppy|careless|one-sided|unreasonable|harsh|insulting|disrespectful|annoying)\b/i,
  /\b(?:every|any|all the|most) other (?:caterer|company|vendor|place|chef|restaurant)s?\b/i,
  /\bwho (?:makes|made|came up with|thought of|does|pays)\b.{0,25}\b(?:rules?|this|that|it)\b/i,
  /\b(?:you|y'all|they|you guys|you people|your (?:site|website|page|form|system|app|people|team|agent|guy)) (?:are |were )?(?:wild|kidding|joking|nuts|crazy|unreal|something else)\b/i,
  /\b(?:but|and|yet) now (?:you|the (?:site|page|form|link|invoice|bill|app)|it|i|your)\b.{0,25}\b(?:says?|wants?|want|shows?|asks?|asking|charge[sd]?|tell|told|refuse[sd]?|keep|claims?)\b/i,
  /\b(?:(?:i|we) (?:was|were) (?:told|promised|assured|led to believe)|you (?:said|told (?:me|us)|promised|advertised?|claim(?:ed)?))\b[^?]{0,120}\b(?:but|now|weren'?t|wasn'?t|didn'?t|never|wants?|more)\b/i,
  /\b(?:really|seriously|honestly)\s*\?|^\W*so (?:because|just because|now)\b.{0,80}\b(?:pay|charged?|lose|fee)\b/i,
  /\b(?:cute|classy|nice|lovely|funny|interesting|convenient)(?: how| that) (?:you|y'all|they|your)\b|\bclassy\b/i,
  /\b(?:but|although|though|however|yet)\b.{0,60}\b(?:not what|no \w+ at all|never (?:got|came|arrived)|was missing|were missing|forgot)\b/i,
  /\b(?:still|am|are) (?:without (?:it|one|an answer|my|our)|no (?:invoice|answer|reply|word|refund))\b/i,
  /\b(?:do the math|slow clap|thanks for nothing|good for you i guess|not impressed|not a good look|expected (?:more|better)|wanted more than|this cannot be right|can'?t be right|makes? no sense|no wonder|not ok(?:ay)?|(?:really )?not happy)\b/i,
  /\bhow (?:can|could|do|dare) (?:you|they|anyone|anybody)\b.{0,40}\b(?:charge|keep|expect|ask|justify|call|do this)\b/i,
  /\bwhy (?:on earth|the hell|in the world|would (?:you|anyone)|do you (?:keep|charge|insist|make))\b/i,
]

/** @returns whether the words show displeasure with us, however calm they are. */
export function isDispleased(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text))
}
