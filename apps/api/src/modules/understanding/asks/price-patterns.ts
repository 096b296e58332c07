import type { AskPattern } from "./ask-patterns.ts"

const HOW_MUCH =
  "(?:how much|how mch|hw much|what(?:'s| is| are| does| do| would| will|s)? .{0,30}(?:cost|price|charge|rate|fee)|what do (?:you|u|y'all) charge|cost|costs|price|prices|pricing|charge|fee|rates?|cu[aá]nto (?:cuesta|sale|cobran|vale|es))"
/** Dishes by their rank instead of their names. */
const FANCY =
  "(?:fanc(?:y|ier|iest)|premium|luxur(?:y|ious)|nicer|nicest|pric(?:ey|ier|iest)|high(?:er)?[- ]end|upscale|top[- ]shelf|expensive|posh|costlier)"
const UPGRADE =
  "(?:lobsters?(?: tails?)?|filets?(?: mignons?)?|salmon|scallops?|upgrades?|premium proteins?|langosta)"
const ADD_ON =
  "(?:add[- ]?ons?|extras|gyozas?|dumplings|noodles?|yakisoba|edamame|(?:extra|more) (?:fried )?rice|(?:extra|more) (?:vegetables|veggies)|appetizers?|sides?)"

export const PRICE_PATTERNS: readonly AskPattern[] = [
  {
    ask: "price.per_adult",
    words: new RegExp(
      `${HOW_MUCH}.{0,40}\\b(?:per|each|an?|every|one|1|a single|x|por) (?:adult|person|head|plate|guest|pp|persona|adulto)\\b|\\b(?:price|cost|rate|charge)s? (?:per|for an?|for each|for one|for 1) (?:adult|person|head|guest)|\\bper[- ](?:person|head|adult|plate) (?:price|cost|rate|charge|pricing|fee)|\\badult (?:price|rate|cost|pricing)|\\b(?:price|cost)s? for adults\\b|\\bprices? pp\\b|\\bhow much pp\\b|\\beach (?:adult|grown-?up|person|guest|head)\\b.{0,12}\\bhow much\\b|\\bhow much (?:for|are|is) (?:the )?adults\\b|\\bhow much is it for (?:an|1|one) adult|\\b(?:does|do|will|can)(?:n'?t| not) (?:eat|touch|want)\\b.{0,60}\\b(?:pay|charge[ds]?|count|costs?)\\b|\\b(?:pay|charge[ds]?|count|costs?)\\b.{0,50}\\b(?:does|do|will)(?:n'?t| not) eat\\b`,
      "i",
    ),
    unless: /\b(?:tip|gratuity|travel|deposit) per\b|\b(?:tip|tipping)\b/i,
  },
  {
    ask: "price.per_child",
    words: new RegExp(
      `(?:${HOW_MUCH}|pay|discount|full price|free).{0,60}\\b(?:kids?|child(?:ren)?|niñ[oa]s?|\\d{1,2}[- ]?(?:year|yr)s?[- ]?olds?|kiddos)\\b|\\b(?:kids?|child(?:ren)?'?s?|kiddos|niñ[oa]s)\\b.{0,30}(?:cost|price|rate|charge|cheaper|discount|pay|full price|pagan|free)|\\bchild (?:rate|pricing)|\\b(?:what|which) age(?:s)?\\b.{0,40}\\b(?:child|kid|adult|free)`,
      "i",
    ),
    unless:
      /\b\d+ (?:adults|grown|people|guests)|\b(?:under|younger than|below) (?:5|6|five|six)\b|toddler|bab(?:y|ies)|infant|little ones?|refund|tip/i,
  },
  {
    ask: "price.little_ones",
    words:
      /\b(?:toddlers?|bab(?:y|ies)|infants?|little ones?|newborns?|(?:kids?|children|child|anyone|guests?|ones)?\s?(?:who are |aged? |that are )?(?:under|younger than|below|less than) (?:5|6|five|six)|[1-5][- ](?:year|yr)s?[- ]?olds?|(?:5|five) (?:and|or|&) (?:under|younger)|menores de (?:5|cinco|6|seis)|beb[eé]s?)\b.{0,60}\b(?:free|pay|cost|charge|price|count|gratis|pagan|how much)\b|\b(?:free|pay|cost|charge|price|how much|count|gratis|pagan)\b.{0,50}\b(?:toddlers?|bab(?:y|ies)|infants?|little ones?|(?:under|younger than|below) (?:5|6|five|six)|[1-5][- ](?:year|yr)s?[- ]?olds?|(?:5|five) (?:and|or|&) (?:under|younger)|menores de (?:5|cinco|6|seis)|beb[eé]s?)\b|\bkids? eat free\b|\bfree for (?:kids|children)\b/i,
    unless: /\b\d+ (?:adults|grown|people|guests)\b/i,
  },
  {
    ask: "price.minimum",
    words:
      /\bminimum\b(?! (?:notice|age|tip|number of chefs|space|time|lead))|\bmin(?:imum)? (?:spend|spent|order|charge|price|food|purchase|amount)\b|\bleast (?:i|we|you) (?:can|could|have to|need to|must) (?:spend|pay|order)|\btop[- ]?up\b|\bm[ií]nimo\b|\bsmallest (?:amount|order)/i,
    unless:
      /\b(?:guests?|people|headcount|group|person) minimum\b|\bminimum (?:number of |amount of )?(?:guests?|people|headcount|group|party)\b/i,
  },
  {
    ask: "price.upgrades",
    words: new RegExp(
      `(?:${HOW_MUCH}|extra|more|additional|upcharge|surcharge|upgrad\\w+).{0,45}\\b${UPGRADE}\\b|\\b${UPGRADE}\\b.{0,35}(?:cost|price|extra|upcharge|surcharge|how much|charge|included|more expensive)|\\bupgrad(?:e|ing|es)\\b(?! my)|\\b${FANCY} (?:ones?|options?|proteins?|meats?|cuts?|choices?|stuff|items?|things?|dishes|mains)\\b|\\b(?:which|what|any|anything|are there|is there)\\b.{0,30}\\b(?:cost|costs|is|are|come|comes|that'?s|go|goes|run|runs)(?: for)?(?: an?)? (?:extra|more|upcharges?|surcharges?|additional)\\b(?! (?:people|guests|miles|hours|adults|kids|info|than))`,
      "i",
    ),
    unless:
      /\b(?:travel|mileage|miles|tips?|tax|weekends?|holidays?|delivery|drive|set ?up|clean\w*|chefs?|hours?)\b.{0,30}\b(?:extra|more|additional|surcharge)\b|\ballerg|\bmy (?:booking|party|order|reservation)\b.{0,20}\b(?:to|with)\b|\bthird protein|\bhow much (?:would|will|is|for)\b.{0,30}\b\d+ (?:adults|people|guests)/i,
  },
  {
    ask: "price.addons",
    words: new RegExp(
      `(?:${HOW_MUCH}|extra|additional|order|add|offer|have).{0,30}\\b${ADD_ON}\\b|\\b${ADD_ON}\\b.{0,25}(?:cost|price|how much|extra|charge|available|included)|\\badd[- ]?ons?\\b|\\bwhat (?:else )?(?:can|could|may|should) (?:we|i) (?:add|order (?:on top|extra|besides))\\b`,
      "i",
    ),
    unless:
      /\ballerg|\bcontains?\b|\bingredients?\b|\bgluten|\b(?:egg|soy|sesame|wheat|pork)\b|\bwithout\b|\bvegan|\bmy (?:booking|party|order|reservation)\b|^[^?]*\bset up on\b/i,
  },
  {
    ask: "price.third_protein",
    words:
      /\b(?:third|3rd|extra|additional|another) (?:protein|meat)s?\b|\b(?:3|three) (?:proteins?|meats)\b|\bmore than (?:2|two) (?:proteins|meats)\b|\btercera? prote[ií]na\b|\b(?:he|she|husband|wife|bf|gf|boyfriend|girlfriend|dad|mom|son|daughter|brother|sister|uncle|friend|guest|person)\b.{0,20}\b(?:wants?|takes?|gets?|have|has|eats?) (?:3|three) (?:steaks?|chickens?|shrimps?|meats|proteins)\b/i,
  },
  {
    ask: "price.tax",
    words: /\b(?:sales )?tax(?:es|ed)?\b|\bimpuestos?\b|\bpre-?tax\b/i,
    unless: /\btip\b.{0,30}\btax|\btaxi\b|\btax (?:id|exempt)/i,
  },
  {
    ask: "price.discount",
    words:
      /\bdiscounts?\b|\bcoupons?\b|\bpromo(?:s|tions?)?(?: codes?)?\b|\b(?:any|special|better|have) (?:deals?|specials|offers?)\b|\bbest price\b|\bbetter price\b|\b(?:knock|take|get) (?:some|something|a bit|a little|a few (?:bucks|dollars)|\$ ?\d+|\d+ ?(?:%|percent|bucks|dollars)) off\b|\b\d+ ?% off\b|\bprice match|\bmatch (?:the|their|that) price|\bcheaper\b(?! for (?:kids|children))|\bmilitary\b|\bgroup rate\b|\bdescuentos?\b|\b(?:can|could|would|will) you (?:do|make it|take|go|accept) (?:it for )?(?:\$ ?)?\d{3,4}\b(?! ?(?:people|guests|adults|miles|pm|am))|\bgive (?:me|us) (?:a )?(?:better|lower)|\bcome down on (?:the )?price|\bnegotiab/i,
    unless: /\b(?:kids?|child(?:ren)?)\b.{0,20}\bdiscount|\bstop\b|\bunsubscribe|\bno more\b/i,
  },
  {
    ask: "price.service_charge",
    words:
      /\bservice (?:charge|fee)s?\b|\bhidden (?:fees?|costs?|charges?)\b|\b(?:any|other|additional) (?:other |extra )?(?:fees|charges)\b|\bauto(?:matic)? grat|\bgratuity included\b|\bcargo por servicio\b|\bbooking fee\b|\bsetup fee\b|\bcleaning fee\b/i,
  },
  {
    ask: "travel.fee",
    words:
      /\b(?:travel|mileage|distance|delivery|gas|driving|transport\w*|trip|transporte|viaje) ?(?:fee|charge|cost|price|expense|rate|surcharge)s?\b|\b(?:driv(?:e|ing)|trip|distance|miles) (?:adds?|costs?|come to)\b|\b(?:fee|charge|cost|pay|extra|cargo|cobran|price)s?\b.{0,40}\b(?:travel(?:ing)?|per mile|mileage|miles|to come (?:out )?to|to drive|distance|drive out|viajar|por venir|far away|coming to)\b|\b\d+(?:\.\d+)? (?:miles?|mi)\b.{0,60}\b(?:fee|charge|cost|pay|extra|how much)\b|\bhow many (?:free )?miles\b|\bfree miles\b|\bmiles (?:are )?free\b|\btravel (?:free|cost)|\bcharge (?:for|extra for) (?:the )?(?:travel|distance|gas)|\bhow much (?:is|for) (?:the )?(?:travel|distance)|\bcu[aá]nto .{0,20}(?:viaje|traslado)/i,
    unless: /\bdeposit\b.{0,20}\bfee\b/i,
  },
  {
    ask: "travel.area",
    words:
      /\b(?:do|will|can|would|could) (?:you|u|y'?all|ya|your chefs?|the chefs?|they|you guys) (?:guys )?(?:ever |also |even )?(?:come|travel|go|drive|serve|service|cover|cater|deliver|reach|do parties|do hibachi|get|make it|operate|work)(?: all the way| out| up| down| over| as far)?\b.{0,6}\b(?:to|in|out|near|around|as far|at|[A-Z]|all|my|our|that far|the)\b|\b(?:do you|u) (?:serve|cover|service)\b|\bservice areas?\b|\bhow far (?:do|will|can|would|are|r)\b|\b(?:travel|service|delivery|driving) (?:radius|range|area|zone|distance|limit)|\b(?:what|which) (?:areas?|cities|counties|states|towns|locations?)\b|\bavailable in [A-Z]|\btoo far\b|\b(?:am|are|is) (?:i|we|it|my \w+) (?:with)?in (?:your )?(?:range|area|zone|reach)|\bmaximum distance\b|\b(?:llegan|van|vienen|atienden) (?:a|hasta|en) (?!\w+[aei]r(?:me|nos|l[ao]s?)?\b)|\bout(?:side)? (?:of )?(?:your )?(?:service )?(?:area|range)\b|\b(?:far|outside)\b.{0,25}\bdo you (?:go|travel)|\bin (?:my|our) area\b|\b(?:will|would|could|can) (?:you|u|y'?all|you guys) (?:still |also |even )?(?:come|make it)(?: here| there| out)?\s*(?:\?|$)/i,
    unless:
      /\b(?:at (?:\d{1,2}|noon|midnight)|set ?up|how early|before|arrive|come (?:inside|indoors|in the house)|work indoors|come early|do vegan|go bad|refund|in case|in advance|come with|cover (?:or|if)|cover required|cover the)\b/i,
  },
  {
    ask: "travel.stations",
    words:
      /\bwhere (?:are|r) (?:you|u|y'all|you guys)(?: guys)? (?:located|based|from|at|coming from)|\b(?:your|main|nearest|closest|which) (?:location|office|depot|station|base|kitchen)s?\b|\bwhere do (?:you|your chefs|the chefs) (?:come|travel|drive|leave) from|\bdo you have (?:a )?(?:restaurant|location|store)|\bd[oó]nde (?:est[aá]n|se encuentran)|\bhave a (?:restaurant|store ?front)|\bwhere is (?:your|the) (?:company|business|restaurant)/i,
    unless: /\bmiles?\b.{0,12}\bfrom (?:your|the|our)\b/i,
  },
  {
    ask: "price.total",
    words:
      /\bhow much\b|\bhow mch\b|\bhw much\b|\bquote\b(?! (?:good|valid|expire|last|still))|\bestimate\b|\btotal (?:cost|price|bill|for|be|come)\b|\b(?:run|cost|set) (?:us|me)(?: back)?\b|\bwhat would (?:it|that|this) (?:be|come to|cost|run)|\bwhat (?:it|that|this|all (?:of )?(?:this|that)|everything) (?:would|will|might|could) (?:all )?(?:be|come to|cost|run)\b|\b(?:new|grand|final|full|updated) total\b|\bprice (?:it|this|for|out|of|tag)\b|\bwhat(?:'s| is|s) (?:the|your|ur|our|my) (?:bill|tab|price|cost|total|damage|pricing|rate)|\bpric(?:e|es|ing)\b|\bcost\b|\bballpark\b|\bcu[aá]nto (?:cuesta|sale|cobran|costar[ií]a|ser[ií]a|vale|me sale)|\bprecios?\b|\bpresupuesto\b|\bcotizaci[oó]n\b|\bwhat (?:do|would|does|will) (?:you|it|that|this|y'all|i|we) (?:charge|owe for|pay for)|\bwhat(?:'s| is)(?: it)?(?: for)? \d{1,3} (?:adults|people|guests|persons|of us)\b|\b(?:most|least|max(?:imum)?) (?:that )?(?:we|i)(?:'d| would| could| might| will)? (?:have to |ever )?pay\b|\bwhat (?:do|would|will|should|must) (?:we|i) (?:all )?(?:have to |need to )?pay\b|\bwhat(?:'re| are) (?:we|i) looking at\b|\bhow expensive\b|\brates?\b(?= for| please|\?|$)|\b(?:it|that|this|all) (?:all )?comes? to\b|\b(?:come|add up) to\b|\baltogether\b|\bwhat(?:'s| is|s) (?:the|our|my) sum\b|\bsum total\b|\ball[- ]in\b(?! (?:all|shock|tears|one|favou?r|love|agreement|bed|the|our|my|a|this|that|good)\b)|\ball told\b/i,
    unless:
      /\b(?:deposit|travel fee|mileage|tip|gratuity|tipping|per person|per adult|per head|each adult|reschedul|cancel|refund|upgrade|(?<!\b(?:before|pre|without|excluding|plus)[ -])tax|minimum|service charge|third protein|balance|owe|paid|per child|earlier quote|notice|space|time|room|how much (?:does|is|are|do|for) (?:a |an |the |extra |each )?(?:(?:extra|more) )?(?:lobster|filet|gyoza|salmon|scallop|noodles|yakisoba|edamame|rice|kids?|child|niñ|veggies|vegetables|add|sake))\b|\bpropina|\bdep[oó]sito|\bhow much (?:food|meat|protein|rice|longer|earlier|advance|sake|alcohol|do i get|of)|\bexpir|\bquote (?:good|valid|last|still|is good)|\b(?:cost|charge|fee|pay|price|extra)\b.{0,25}\b(?:lobster|filet|gyoza|salmon|scallops)\b(?!.{0,60}\d)/i,
  },
]
