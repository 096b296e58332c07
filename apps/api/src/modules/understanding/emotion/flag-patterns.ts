import { CONFLICT_PATTERNS } from "./conflict-patterns.ts"
import type { ContextFlag } from "./emotion.ts"
import { SAFETY_PATTERNS } from "./safety-patterns.ts"

export interface FlagPattern {
  flag: ContextFlag
  words: RegExp
  unless?: RegExp
  /** Must be found somewhere in the whole message. */
  needs?: RegExp
  /** Counts only when told as something that happened, not as "what if". */
  mustHaveHappened?: true
}

/** Any mention goes to a person at once: anaphylaxis, an EpiPen, an allergic reaction or its signs. */
export const REACTION =
  /\ballergic reactions?\b|\breacci[oó]n al[eé]rgica\b|\banaphyla\w*|\bepi[- ]?pens?\b|\b(?:the|her|his|my|an|with) epi\b|\bepinephrine\b|\bthroat (?:is |was |started |feels |felt |got )?(?:\w+ )?(?:clos|swell|swoll|tight|itch)\w*|\b(?:lips?|face|tongue|eyes?|mouth)\b.{0,25}\b(?:swell\w*|swollen|tingl\w*|puff\w*)|\bswollen (?:lips?|face|tongue|eyes?|throat)|\b(?:broke|breaking|broken|breaks) out in\b|\bhives\b|\b(?:can'?t|cannot|couldn'?t|trouble|difficulty|hard time|struggling to) breath\w*|\bwheezing\b|\breact(?:ed|ing) to (?:the|your|something|some)\b.{0,20}(?:food|sauce|shrimp|meal|shellfish|nuts?|egg|dish|soy|sesame)?|\brash\b|\bgasping\b|\b(?:trouble|difficulty|hard|can'?t|cannot|couldn'?t) (?:to )?(?:swallow\w*|speak\w*|talk\w*)\b.{0,40}\b(?:after|since|from|ate|eating|sauce|shrimp|scallops?|nuts?|food|lobster)\b|\b(?:barely|hardly) (?:talk|speak|breathe|swallow)\b|\b(?:turn(?:ed|ing)|went|gone|go|is|face) (?:all |bright |so )?(?:red|blue|purple|pale|blotchy)\b.{0,50}\b(?:ate|eating|after|since|shrimp|sauce|nuts?|food|meal)\b|\b(?:itch(?:y|ing)|tingl\w+|numb|welts|dizzy)\b.{0,50}\b(?:after|since|from|ate|eating)\b.{0,40}\b(?:food|sauce|shrimp|noodles|scallops?|dinner|meal|nuts?|egg|fish|lobster|rice|gyoza|eating|salmon)\b|\b(?:tongue|throat|lips?|mouth)\b.{0,20}\b(?:weird|funny|thick|numb|itch\w*|burning|strange|tingl\w*)\b|\bbenadryl\b|\bhaving a reaction\b|\bhad a (?:bad |severe )?reaction\b|\bgoing into shock\b|\bno puede respirar\b/i

/** Named ingredients and the shared grill are all we may say; a person takes over. */
export const SEVERE_ALLERGY =
  /\b(?:sever|deadly|deathly|life[- ]threat|fatal|extreme|highly|very|airborne|serious|dangerous|bad)\w*\b.{0,30}\ballerg\w*|\ballerg\w*\b.{0,30}\b(?:severe(?:ly)?|deadly|life[- ]threat\w*|fatal|extreme|airborne|(?:could|can|might|would) (?:die|kill)|(?:very|really) serious|is serious)\b|\bc(?:o)?eliacs?\b|\bcel[ií]ac[oa]\b|\bcross[- ]?(?:contact|contaminat\w*)|\b(?:could|would|might|will|can) (?:literally )?(?:die|kill (?:him|her|me|them))\b.{0,40}\b(?:eat|nuts?|shellfish|peanuts?|egg|trace|allerg)|\btraces?\b.{0,40}\b(?:kill|hospital|deadly|fatal|die|er)\b/i

const OCCASION =
  /\bb(?:irth)?-?day\b|\bwedding\b|\banniversary\b|\bgraduat\w+|\bbaby shower\b|\bbridal shower\b|\bbachelor(?:ette)?\b|\bengage(?:ment|d)\b|\bpropos(?:e|al|ing)\b|\bretire(?:ment|d|s)?\b|\bquincea[ñn]era\b|\bsweet (?:16|sixteen)\b|\breunion\b|\bhouse ?warming\b|\bholiday party\b|\bchristmas\b|\bthanksgiving\b|\bnew year'?s\b|\bmother'?s day\b|\bfather'?s day\b|\bvalentine'?s\b|\bcumplea[ñn]os\b|\bboda\b|\bhoneymoon\b|\bpromotion party\b|\brehearsal dinner\b|\bgender reveal\b|\bturn(?:s|ing)? (?:\d+|one|thirty|forty|fifty|sixty|seventy|eighty)\b|\bcelebrat(?:e|ing|ion)\b|\bcommunion\b|\bbaptism\b|\bmitzvah\b|\bpregnan|\bhomecoming\b|\bprom\b|\b(?:16|18|21|30|40|50|60|70|80|90)th\b/i
const BEREAVED =
  /\bpassed away\b|\bpassing of\b|\b(?:his|her|their|dad'?s|mom'?s|'s) passing\b|\bfuneral\b|\bmemorial (?:service|dinner|gathering|for)\b|\bcelebration of life\b|\bburi(?:ed|al)\b|\brepast\b|\bin (?:loving )?memory of\b|\bgriev\w+|\bmourning\b|\bdied\b|\bdeath\b|\blost (?:my|our|his|her) (?:\w+ )?(?:mom|dad|mother|father|wife|husband|son|daughter|grand\w+|brother|sister|friend|baby|aunt|uncle|partner|dog|cat)\b|\bfalleci[oó]\b|\bmuri[oó]\b|\bmiscarr\w+|\bwidow(?:er|ed)?\b|\bhospice\b|\bno longer with us\b|\bwould have (?:been|turned)\b.{0,30}\b(?:\d{2,3}(?:st|nd|rd|th)?|birthday|anniversary)\b|\b(?:miss|missing) (?:him|her|them|(?:my |our )?(?:mom|dad|mother|father|grandma|grandpa|nana|papa|abuela|abuelo))\b|\bsince (?:my |our )?(?:mom|dad|mother|father|grandma|grandpa|he|she|husband|wife) (?:passed|died|left us)\b|\b(?:mom|dad|mother|father|grand\w+|nana|papa|wife|husband|brother|sister|son|daughter|aunt|uncle|cousin|friend|he|she) passed\b(?! (?:out|the|her|his|on (?:the|this|your|that)|by|it|through|their|over))/i
const ALLERGY =
  /\ballerg\w*|\bal[eé]rgi\w*|\bc(?:o)?eliacs?\b|\bintoleran\w*|\b(?:gluten|nut|dairy|peanut|shellfish|egg|soy|sesame)[- ]?free\b|\bepi[- ]?pens?\b|\banaphyla\w*/i

export const FLAG_PATTERNS: readonly FlagPattern[] = [
  ...SAFETY_PATTERNS,
  ...CONFLICT_PATTERNS,
  { flag: "special_occasion", words: OCCASION },
  {
    flag: "bereavement",
    words: BEREAVED,
    unless: /\bdied laughing\b|\bphone (?:just )?died\b|\bbattery\b|\bto die for\b|\bbattery died\b/i,
  },
  { flag: "allergy", words: ALLERGY },
]
