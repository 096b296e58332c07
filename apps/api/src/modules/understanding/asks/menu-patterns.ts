import type { AskPattern } from "./ask-patterns.ts"

const ALLERGEN =
  "(?:gluten|wheat|soy|eggs?|fish|shell ?fish|sesame|dairy|milk|butter|lactose|nuts?|peanuts?|tree nuts?|mustard|alcohol|pork|msg|allergens?|huevo|trigo|soya)"
const DISH =
  "(?:fried rice|rice|noodles?|yakisoba|gyozas?|dumplings|yum[- ]?yum|sauces?|ginger|salad|dressing|chicken|steaks?|shrimp|tofu|salmon|scallops?|filet|lobster|vegetables|veggies|food|anything|menu|dishes|proteins?|edamame|white sauce|meat)"

export const MENU_PATTERNS: readonly AskPattern[] = [
  {
    ask: "menu.included",
    words:
      /\bwhat(?:'s| is|s| all is| else is| comes| do (?:we|i|you) get| does (?:it|the (?:price|meal)|that|everyone|each (?:guest|person))(?: \w+)?)? ?(?:all )?(?:included?|come with|comes with|get|in the (?:price|package|meal)|with (?:each|every|the) (?:meal|plate|guest))\b|\b(?:includ(?:e|es|ed|ing)|comes? with)\b.{0,30}\b(?:price|meal|rice|salad|sauces?|vegetables|veggies|package|soup|sides?|plate|drinks?|dessert)\b|\b(?:price|meal|package|soup|salad|rice|sides?|veggies|dessert)\b.{0,20}\binclud\w+\b|\bqu[eé] incluye\b|\bincluye\b|\bincluido\b|\bwhat (?:do|does|will) (?:we|i|each (?:guest|person)|everyone|every guest|guests) get\b|\bdo you (?:serve|have|offer) (?:soup|dessert|salad)\b|\bwhat(?:'s| is) the package\b|\bwhat(?:'?s| does| do| will| would) (?:that|the|those|these|my|our)?(?: adult| full| whole| base)?(?: ?\$? ?\d+(?:\.00)?| price| money| fee| amount| rate)(?: (?:dollars|bucks|a head|each|per (?:person|adult|head)))? (?:buy|cover|get|include|pay for)\b|\bwhat (?:does |do |will |would )?(?:a|each|every|one|the) (?:guest|adult|person|grown-?up)s? (?:gets?|receives?)\b|\b(?:each|a head|per (?:person|head)|pp) gets? (?:us|me|you) what\b|\bget for (?:the|that|my|our|this|those)?(?: ?\$? ?\d{2,3}| price| money| fifty[- ]five| amount)\b|\bwhat(?:'s| is) (?:in|part of) (?:it|that) for (?:\$? ?\d{2,3}|the (?:price|money))/i,
    unless:
      /\b(?:tip|gratuity|tax|travel|tables?|chairs?|plates?|utensils|grill)\b.{0,20}\binclud|\binclud\w+ (?:the )?(?:tip|gratuity|tax|travel)|\bupgrade|\bget\b.{0,12}\bback\b/i,
  },
  {
    ask: "menu.proteins",
    words:
      /\b(?:what|which)\b.{0,20}\b(?:proteins?|meats?|options?|choices|food|menu)\b|\bmenu\b(?! (?:change|deadline))|\bwhat (?:do|can) (?:you|we|u|i|y'all) (?:serve|offer|cook|choose|pick|have to eat|eat|order)\b|\bhow many (?:proteins|meats|choices|options)\b|\bdo (?:you|u|y'all) (?:guys )?(?:have|offer|serve|do|cook|carry)\b.{0,20}\b(?:chicken|steaks?|beef|shrimp|tofu|salmon|scallops?|lobsters?|filet|fish|pork|duck|seafood|wagyu|proteins?|sushi|tuna|crab|lamb|calamari)\b|\bcan (?:we|i|you|everyone|each (?:person|guest)) (?:choose|pick|mix|select|get|have) (?:two|2|different|our|any|their|own|a)\b.{0,20}(?:proteins?|meats?)?|\bqu[eé] (?:prote[ií]nas|carnes|opciones|comida|tienen)\b|\bmen[uú]\b|\b(?:proteins?|meat) (?:choices|options|list|selection)\b|\bchoose (?:two|2|from|our|their)\b|\beveryone (?:the )?same\b/i,
    unless:
      /\b(?:allerg|gluten|vegan|vegetarian|dairy|halal|kosher|nut|safe|recommend|suggest|best|popular|favorite|payment|third|3rd|change|deadline|how late|contain|weather|rain|drinks?|celiac|shellfish[- ]free|kids? (?:menu|eat)|restrictions?)\b/i,
  },
  {
    ask: "menu.double_protein",
    words:
      /\b(?:double|twice|two|2|both|same|all)\b.{0,25}\b(?:same protein|protein twice|same meat|the same (?:one|thing)|both (?:be )?(?:chicken|steak|shrimp)|(?:of the )?same)\b|\bdouble (?:chicken|steak|shrimp|tofu|protein|meat|salmon|filet|lobster|scallops?|up)\b|\b(?:chicken|steak|shrimp|tofu|filet|lobster) (?:and|\+|&) (?:chicken|steak|shrimp|tofu|filet|lobster)\b.{0,10}\bsame|\b(?:steak|shrimp|chicken|filet|lobster) twice\b|\bonly (?:one|1) protein\b|\bjust (?:steak|chicken|shrimp)\b|\bsame protein\b|\b(?:have to|has to|must|need to|needs to|required to)\b.{0,40}\b(?:two )?different (?:proteins?|meats?|ones?|choices)\b/i,
  },
  {
    ask: "menu.vegetarian",
    words:
      /\bvegan(?:s|a|o|as|os)?\b|\bvegetarian[oa]?s?\b|\bveggie (?:option|meal|guest|friendly)s?\b|\bplant[- ]based\b|\bmeatless\b|\b(?:don'?t|doesn'?t|do not|does not|no) (?:eat )?meat\b|\bpesc[ae]tarian\b|\bmeat[- ]free\b|\bketo\b|\blow[- ]carb\b/i,
  },
  {
    ask: "menu.recommendation",
    words:
      /\brecommend(?:ation|ations|ed|s)?\b|\bsuggest(?:ion|ions|ed)?\b|\b(?:most |your )?popular\b|\bfavou?rites?\b|\bbest (?:protein|option|choice|combo|combination|meat|dish|seller|thing)\b|\bwhat (?:should|would you|goes|pairs|do most|do people)\b.{0,25}\b(?:order|choose|get|pick|eat|go with|together|well)\b|\bgoes? (?:well|best|good) (?:with|together)\b|\bsurf (?:and|&|n) turf\b|\bwhich (?:is|one is|protein is|tastes) (?:better|best)\b|\brecomiend\w+\b|\bhelp (?:me|us) (?:choose|pick|decide)\b|\b(?:steak|filet|chicken|lobster|shrimp|salmon|scallops|strip)(?: mignon)? (?:or|vs\.?|versus) (?:the )?(?:steak|filet|chicken|lobster|shrimp|salmon|scallops|strip|ny)\b/i,
    unless: /\b(?:tip|gratuity)\b|\bfriend recommended\b|\brecommended (?:you|by)\b/i,
  },
  {
    ask: "menu.little_ones",
    words:
      /\b(?:what|do|does|can|will)\b.{0,25}\b(?:kids?|children|toddlers?|little ones?|bab(?:y|ies)|[1-5][- ](?:year|yr)s?[- ]?olds?|my (?:son|daughter))\b.{0,30}\b(?:eat|choose|pick|menu|get (?:a |their |his |her |two )?(?:protein|food|meal|plate)|meal|proteins?|portion)\b|\bkids?'?s? (?:menu|meal|portion|plate|food)s?\b|\bchildren'?s (?:menu|meal|portion)s?\b/i,
    unless: /\b(?:free|pay|price|cost|charge|how much|allerg)\b/i,
  },
  {
    ask: "menu.drinks",
    words:
      /\bsak[eé]\b|\bdrinks?\b|\bbeverages?\b|\balcohol(?:ic)?\b(?!.{0,15}\b(?:allerg|free|in the|in your))|\bbeer\b|\bwine\b|\bbyob\b|\bbar\b(?! mitzvah)|\bcocktails?\b|\bsodas?\b|\bliquor\b|\bbebidas\b/i,
    unless: /\bcontains?\b|\ballerg|\bcook(?:ed)? with\b|\balcohol in\b|\bbar mitzvah\b|\bdrunk/i,
  },
  {
    ask: "allergen.contains",
    words: new RegExp(
      `\\b(?:contains?|have|has|any|made (?:with|of|from)|use|uses|cook(?:ed)?(?: \\w+)? (?:in|with)|in)\\b.{0,30}\\b${ALLERGEN}\\b.{0,40}\\b(?:in|your|the)\\b.{0,15}\\b${DISH}\\b|\\b${DISH}\\b.{0,35}\\b(?:contains?|have|has|made (?:with|of|from)|use|cook(?:ed)?(?: \\w+)? (?:in|with)|free of)\\b.{0,25}\\b${ALLERGEN}\\b|\\b(?:is|are) (?:the|your|there)\\b.{0,40}\\b${ALLERGEN}(?:[- ]free)?\\b|\\bwhat(?:'s| is| are|s)? (?:in|the ingredients|inside)\\b.{0,25}\\b${DISH}\\b|\\bingredients?\\b|\\b(?:which|what|list)\\b.{0,30}\\b(?:contains?|has|have)\\b.{0,20}\\b${ALLERGEN}\\b|\\ballergens?\\b|\\b(?:do|does|are) (?:you|your|the|any).{0,30}\\b(?:use|cook|contain|have|made)\\b.{0,25}\\b${ALLERGEN}\\b(?!.{0,12}(?:option|menu|meal|choice))|\\b${DISH}\\b ${ALLERGEN}[- ]free\\b|\\bcontiene\\w*\\b|\\b(?:peanut|vegetable|sesame|seed) oil\\b`,
      "i",
    ),
    unless: /\bdo (?:you|u) (?:have|offer|serve) (?:lobster|fish|shrimp|salmon|scallops)/i,
  },
  {
    ask: "allergen.safe_options",
    words:
      /\b(?:what|which|anything|something|options?|can|safe|suitable|ok|okay|accommodat\w*|handle|work with|do for|deal with|menu|meals?|alternatives?|substitut\w+)\b.{0,70}\b(?:allerg\w*|intoleran\w*|celiac\w*|coeliac\w*|(?:gluten|dairy|nut|soy|egg|lactose|shellfish|peanut)[- ]?free|restrictions?|sensitiv\w*|dietary)\b|\b(?:allerg(?:y|ic|ies)|intoleran\w*|celiac\w*|coeliac\w*|sensitiv\w*|(?:gluten|dairy|nut|soy|egg|shellfish|lactose)[- ]?free|al[eé]rgi\w*)\b/i,
    unless:
      /\ballergic reaction|\banaphyla(?:xis|ctic) (?:shock|right|now)|\bare (?:the|your) \w+ (?:gluten|dairy|nut)[- ]free/i,
  },
  {
    ask: "allergen.cross_contact",
    words:
      /\bcross[- ]?(?:contact|contaminat\w*)\b|\b(?:same|shared?|separate|clean|dedicated|own|different|sharing) (?:the )?(?:grill|surface|utensils|griddle|flat ?top|oil|pan|equipment|spatula|cooking surface|area)\b|\bcook(?:ed)? (?:\w+ )?(?:separately|apart|on the same)\b|\btraces? of\b|\bcontaminat\w+|\b(?:guarantee|100 ?%|completely|totally|promise)\b.{0,30}\b(?:safe|free|no (?:nuts|gluten))\b|\bc(?:o)?eliac\b|\bsever(?:e|ely) .{0,25}allerg\w*|\b(?:deadly|life[- ]threatening|anaphyla\w+)\b/i,
    unless: /\bgrill (?:size|fit)/i,
  },
]
