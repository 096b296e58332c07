const GOOD =
  /(?<!\b(?:not|n't|never|less than|hardly|would have been|could have been|should have been)(?: \w+)? )\b(?:amazing|awesome|fantastic|incredible|wonderful|phenomenal|outstanding|perfect(?:ion)?|great|excellent|superb|brilliant|unreal|insane(?:ly)?|epic|the best|best \w+ ever|fire|legend(?:ary)?|hilarious|delicious|unforgettable|magical|hero|rock ?star|star|loved|adored?|killed it|nailed it|crushed it|rocked|knocked it out|blew (?:us|everyone|everybody|our|my) \w+|made (?:our|my|her|his|their|the|everyone'?s?)(?: \w+'s)? (?:night|day|party|evening|year|birthday|weekend|\d+th)|a hit|10\/10|ten out of ten|five stars|5 stars|so (?:good|fun|funny|kind|sweet|lovely)|such (?:a )?(?:good|fun|great|nice|lovely|sweet))\b/i
const ABOUT_US =
  /\b(?:chef|cook|hibachi|whoever you sent|the (?:guy|man|lady|woman|one|person) (?:you|who|that)|your (?:guy|man|chef|team|people|crew|cook)|you guys|y'all|you (?:all )?(?:were|are|made|did)|(?:the|that|those|this|your) (?:\w+ )?(?:food|show|party|evening|night|dinner|rice|steak|shrimp|lobster|filet|noodles|chicken|tricks?|volcano)|(?:best|10\/10|ten out of ten)\b.{0,30}\bever|in my face again|last night|yesterday|tonight|everything|our party|(?:he|she|they|it|that|this) was)\b/i
const HAS_HAPPENED =
  /\b(?:was|were|did|made|had|got|loved|sent|came|killed|nailed|crushed|rocked|blew|knocked|stole|kept|still|ever|won'?t stop|can'?t stop|hasn'?t stopped|haven'?t stopped|\w{3,}ed)\b/i
/** A good word with a "but" behind it, a question or a wish is more than praise. */
const MORE =
  /\?|\b(?:but|except|however|although|though|unfortunately|only (?:thing|issue|problem|complaint)|too bad|sadly|next time|please|can you|could you|refund|sorry|disappoint\w*|complain\w*|sick|ill|ambulance|hospital|burn(?:ed|t)?|hurt|bleed\w*|allerg\w*|vomit\w*|threw up|poison\w*|hives|swell\w*|swollen|rash|broke|broken|damage\w*|ruined|rude|late|cold|raw)\b/i

/** @returns whether the message is a good word about what we did, with nothing wrong told in it and nothing asked. */
export function isPraise(text: string): boolean {
  return GOOD.test(text) && ABOUT_US.test(text) && HAS_HAPPENED.test(text) && !MORE.test(text)
}
