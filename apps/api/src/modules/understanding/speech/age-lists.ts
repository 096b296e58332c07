const AGE = "(?:1[0-7]|[1-9])"
const CHILD =
  "(?:(?:birthday|bday) (?:girl|boy|kid|child)|(?:oldest|eldest|youngest|middle)|(?:oldest|eldest|youngest|middle|other|last|big|little|older|younger) (?:one|girl|boy|kid|child|sister|brother|son|daughter)|(?:(?:step|grand)?(?:son|daughter)|nephew|niece|cousin|girl|boy|kid|sister|brother|grand(?:son|daughter|kid)|twins?|one|teen(?:ager)?|guest of honou?r|host)(?: of honou?r)?)"
const LIST = `\\b(?:kids|children|ages?|aged|they|girls|boys|ones|grandkids|cousins|nieces|nephews|them)\\b(?:'re| are| is|:)? ?(?:all )?(?:between )?${AGE}(?:, ?(?:and )?${AGE}| and ${AGE})*`
const LAST = new RegExp(
  `(${LIST}),? (?:and|&|plus|then) (?:there'?s |also )?(?:the|my|our|a|an|her|his|their|one) ${CHILD}(?:'s name)?,? ?(?:who|that)?(?: is|'s|, who is|, aged| aged|,| at|(?: has)? (?:just )?turned)? (?:already |just |only )?(${AGE})\\b(?! (?:adults|people|guests|am|pm|%))`,
  "gi",
)

const AGES = `${AGE}(?:, ?(?:and )?${AGE})*,? and ${AGE}\\b(?=\\W*$|[.!?;,]| (?:how|what|total|so|price))`
const BARE = new RegExp(`\\b(kids|children|grandkids) (?=${AGES})`, "gi")
const THEY = new RegExp(`\\bthey(?:'re| are) (?=${AGES})`, "gi")
const YOUNG = /\b(?:kids|children|grandkids|boys|girls|nieces|nephews|cousins)\b/i

/** "The kids are 8, 9 and the birthday girl, who is 13" lists three ages: "the kids are 8, 9 and 13"; so do "kids 5, 7 and 14" and "they're 5 and 7". */
export function joinAgeLists(text: string): string {
  const joined = text.replace(LAST, "$1 and $2").replace(BARE, "$1 aged ")
  return YOUNG.test(joined) ? joined.replace(THEY, "the kids are ") : joined
}
