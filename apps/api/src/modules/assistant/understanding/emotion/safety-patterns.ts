import type { FlagPattern } from "./flag-patterns.ts"

const BODY =
  "(?:arms?|hands?|fingers?|faces?|legs?|foot|feet|eyes?|hair|head|thumb|wrist|skin|back|neck|ankle|knee|toe|chest|eyebrows?|mano|brazo|cara)"
const SOMEONE =
  "(?:me|him|her|us|them|herself|himself|myself|someone|somebody|(?:my|our|a|the|his|her|one of (?:our|my|the)|your) (?:\\w+ )?(?:son|daughter|kid|child|wife|husband|mom|mother|dad|father|guests?|friend|baby|toddler|niece|nephew|grand\\w+|sister|brother|boy|girl|uncle|aunt|cousin|neighbor|chef))"
const THINGS =
  "(?:patio|deck|lawn|grass|table|floors?|carpet|rug|fence|window|wall|driveway|garage|ceiling|car|house|home|furniture|countertop|counter|tile|tiles|pavers?|couch|sofa|door|umbrella|awning|pergola|siding|gate|sprinklers?|tablecloth|property|yard|concrete|backyard|kitchen|roof|chair|chairs|plants?|tree|trees|shed|tent|canopy|dress|suit|shirt|cushions?|stone|gutter|mesa|jard[ií]n|pool|turf)"
const MINOR =
  "(?:minors?|under ?-?age(?:d)?|teen(?:s|agers?)?|kids?|child(?:ren)?|under(?: the age of)? (?:21|18|twenty[- ]one)|(?:1[0-9]|20|[5-9]|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)[- ]?(?:year|yr)s?[- ]?olds?|(?:my|our|his|her) (?:\\w+ )?(?:son|daughter|nephew|niece|grandson|little (?:brother|sister))|(?:high|middle) ?school(?:ers?)?|boys|girls|(?:she|he)(?:'s| is) (?:only |just )?(?:1[0-9]|20)|menores?)"
const ALCOHOL =
  "(?:sak[eé]|alcohol(?:ic)?|beers?|wine|booze|liquor|shots?|vodka|whiske?y|drunk|drinking|tipsy|cocktails?)"

export const SAFETY_PATTERNS: readonly FlagPattern[] = [
  {
    flag: "injury",
    words: new RegExp(
      `\\b(?:burn(?:ed|t|s)?|cut|scald(?:ed)?|injur(?:ed|y|ies)|hurt|singed|sliced|stabbed|broke|splashed|splattered|hit|knocked)\\b.{0,25}\\b(?:${SOMEONE}|(?:my|his|her|our|their|its) ${BODY})\\b|\\b${SOMEONE}\\b.{0,25}\\b(?:got|was|were|is|are|has been|been|gets) (?:\\w+ )?(?:burn(?:ed|t)|hurt|injured|cut|scalded|bleeding|hit|singed|knocked)\\b|\\b(?:burn(?:ed|t)?|cut|injur(?:y|ed)|hurt|wound)\\b.{0,20}\\bon (?:my|his|her|the) ${BODY}\\b|\\b(?:emergency room|e\\.?r\\.?(?= )|urgent care|ambulance|paramedics?|stitches|911|concussion|bleeding|(?:second|third|2nd|3rd)[- ]degree)\\b|\\b(?:in|to|at) the (?:hospital|ER)\\b.{0,30}\\b(?:because|after|from|due|thanks)\\b|\\b(?:rushed|taken|took|went|go|going|sent|ended up|had to go|had to take)\\b.{0,20}\\b(?:hospital|ER|emergency|urgent care|clinic)\\b|\\b(?:slipped|tripped|fell) (?:and|on|over|because)\\b|\\b(?:got|been|was|were|are|is) (?:badly |seriously |really |severely )?(?:injured|burned|burnt|hurt|scalded)\\b|\\bsuffered (?:\\w+ )?(?:burns?|injur\\w+|cuts?)\\b|\\bse (?:quem[oó]|lastim[oó]|cort[oó])\\b|\\bquemaduras?\\b|\\bpassed out\\b|\\bunconscious\\b|\\bfire\\b.{0,15}\\b(?:hair|sleeve|clothes)\\b|\\b(?:hair|sleeve|clothes|shirt)\\b.{0,15}\\b(?:caught|on) fire\\b`,
      "i",
    ),
    unless:
      /\bfeelings?\b|\b(?:won'?t|wouldn'?t|can'?t|couldn'?t|doesn'?t|didn'?t|never) hurt\b|\bhurt to (?:ask|try)\b|\bcut (?:us|me|the|our|my) (?:a |some )?(?:deal|slack|cake|price|cost|budget|head ?count|guest|numbers?|number)\b|\bhit (?:me|us) (?:up|back|with)\b|\bburn(?:ed|t) (?:the |our |my |all the )?(?:food|rice|chicken|steak|shrimp|noodles|filet|meat|lobster|veggies|everything|calories|salmon)\b(?!.{0,60}\b(?:hand|arm|guest|son|daughter)\b)|\bcut (?:the|my|our) (?:guest|list|order|time|party|wait)\b|\bfell (?:in love|through|behind|apart|asleep|short)\b|\bhit the\b|\bwork(?:s|ing)? (?:at|in) (?:a|the) (?:hospital|ER|emergency)\b|\b(?:at|for) (?:the|our|a) hospital\b.{0,25}\b(?:party|event|staff|cater|lunch)|\bburnt out\b|\b(?:er|hospital) (?:staff|nurses?|team)\b|\bcut him\b.{0,6}\bslack/i,
    mustHaveHappened: true,
  },
  {
    flag: "food_poisoning",
    words:
      /\bfood[- ]?poison\w*|\bpoison(?:ed|ing)\b|\b(?:threw|throwing|throw|thrown) up\b|\bvomit\w*|\bpuk(?:e|ed|ing)\b|\bdiarrh?o?ea\b|\bsalmonella\b|\be\.? ?coli\b|\bstomach (?:cramps|pains?|bug|issues|ache)\b|\bfood[- ]?borne\b|\b(?:got|gotten|getting|became|become|been|are|is|was|were|am|i'?m|feel(?:ing)?|felt|fell) (?:\w+ )?(?:sick|ill)\b.{0,60}\b(?:after|from|because|since|food|eating|ate|party|shrimp|chicken|dinner|last night|yesterday)\b|\b(?:after|from|since|because of)\b.{0,40}\b(?:food|eating|ate|party|shrimp|chicken|dinner|hibachi|meal)\b.{0,50}\b(?:sick|ill|nause\w*)\b|\b(?:made|making|make|makes) (?:us|me|my \w+|our \w+|everyone|people|him|her|half|several|some)\b.{0,20}\b(?:sick|ill)\b|\b(?:\d+|several|half|many|most|all|two|three|four|five|some|everyone|everybody)\b.{0,25}\b(?:got|are|were|is|was|became|fell|feeling) (?:\w+ )?(?:sick|ill)\b|\bintoxicaci[oó]n\b|\bintoxicad[oa]s?\b|\bvomitando\b|\bnause(?:a|ous|ated)\b|\benferm[oóa]\w* (?:despu[eé]s|por la comida)/i,
    unless:
      /\bchef (?:is|was|gets|got|calls) sick\b|\bsick of\b|\b(?:sick|ill)\b.{0,25}\b(?:so|and) (?:we|i) (?:need|have|want) to (?:cancel|reschedule|move|postpone)\b|\b(?:flu|cold|covid|fever|morning sickness)\b|\bsick (?:show|party|tricks?|moves)\b/i,
    mustHaveHappened: true,
  },
  {
    flag: "property_damage",
    words: new RegExp(
      `\\b(?:damaged?|damages|damaging|broke|broken|burn(?:ed|t)|scorched|stained|ruined|destroyed|melted|cracked|scratched|wrecked|dented|chipped|shattered|smashed|torched|charred|trashed|killed|singed|da[ñn][oó]|quem[oó]|rompi[oó])\\b.{0,40}\\b(?:${THINGS})\\b|\\b(?:${THINGS})\\b.{0,30}\\b(?:was|is|are|were|got|has|have|got)? ?(?:been |now |all |completely |totally |badly )?(?:damaged|broken|burn(?:ed|t)|scorched|stained|ruined|destroyed|melted|cracked|scratched|wrecked|dented|chipped|shattered|smashed|charred|dead|caught (?:on )?fire|on fire)\\b|\\b(?:grease|oil|burn|scorch|soot|soy sauce)\\b.{0,12}\\b(?:stains?|marks?|spots?|all over|everywhere|spill\\w*)\\b.{0,30}\\b(?:on|in|over|my|our|the|everywhere)\\b|\\b(?:left|spilled|dumped|poured)\\b.{0,20}\\b(?:grease|oil|stains?|burn marks?|scorch marks?)\\b|\\b(?:set|caught|started a|catch)\\b.{0,15}\\bfire\\b|\\bproperty damage\\b|\\bdamages? to (?:my|our|the)\\b|\\b(?:pay|paying|reimburse|responsible) for (?:the |my |our )?(?:damages?|repairs?|cleaning|new)\\b`,
      "i",
    ),
    unless:
      /\bdamage deposit\b|\bbroken (?:english|link|down|up|website|button)\b|\bbroke (?:up|down|college|student)\b|\b(?:link|website|page|button|form|app) (?:is|was) broken\b|\bdead tired\b|\bruined (?:the|my|our) (?:party|birthday|wedding|night|evening|day|event|dinner)\b(?!.{0,40}\b(?:deck|patio|lawn|table|carpet|grass)\b)|\bcracked (?:us|me) up\b|\bfood (?:was|is) burn|\bburn(?:ed|t) (?:food|rice|steak|chicken)/i,
    mustHaveHappened: true,
  },
  {
    flag: "harassment",
    words:
      /\bharass(?:ed|ing|ment|es)?\b|\binappropriate(?:ly)?\b|\b(?:grop(?:ed|ing)|fondl\w+|molest\w*|assault(?:ed)?|cat-?call\w*|leer(?:ed|ing)|ogl(?:ed|ing)|stalk(?:ed|ing)?)\b|\b(?:touched|grabbed|kissed|rubbed|pinched|slapped)\b.{0,20}\b(?:me|my (?:\w+ )?(?:wife|daughter|sister|friend|girlfriend|mom|niece|butt|waist|thigh|leg)|her|one of|a guest|guests|the (?:bride|girls?|women))\b|\b(?:hit|hitting) on\b|\bsexual(?:ly|ized)?\b|\b(?:sexist|racist|racial|homophobic|transphobic|xenophobic|antisemitic|islamophobic)\b|\bslurs?\b|\bn-word\b|\b(?:made|making) (?:me|us|my \w+|our \w+|her|the \w+|several \w+|everyone|guests)\b.{0,15}\buncomfortable\b|\b(?:creepy|creep|pervert\w*|lewd|vulgar)\b|\bthreaten(?:ed|ing)? (?:me|us|my|our|to (?:hit|hurt|beat|kill)|him|her)\b|\bdiscriminat\w+|\b(?:screamed|yelled|swore|cursed|shouted|spat) at (?:me|us|my|our|the|him|her|guests)\b|\bcalled (?:me|us|my \w+|her|him|one of \w+ \w+) (?:a |an )(?:\w+ )?(?:bitch|slut|whore|idiot|pig|moron|[*]+\w*|\w+\*+\w*|slur|racial)\b|\bacos(?:o|ando|[oó])\b|\bunwanted (?:advances|touching|comments|attention)\b|\basked (?:for )?(?:my|her) (?:\w+ )?(?:daughter'?s |wife'?s )?(?:number|phone|instagram)\b.{0,30}\b(?:kept|wouldn'?t|repeatedly|chef|creep|16|17|15|teen|minor)|\bkept (?:staring|flirting|commenting|touching|asking (?:her|my (?:daughter|wife|sister)))\b|\bflirt(?:ed|ing)\b/i,
    unless:
      /\b(?:harass\w*|stalk\w*|threaten\w*)\b.{0,30}\b(?:texts?|messages?|e-?mails?|calls?|promos?|spam)\b|\b(?:texts?|messages?|e-?mails?|spam)\b.{0,15}\bharass|\b(?:weather|rain|storm|clouds?) .{0,12}threaten|\bthreaten\w* (?:rain|weather|to (?:sue|cancel))|\binappropriate (?:for (?:kids|children)|jokes? (?:for|ok)|if i)\b|\b(?:is it|would it be) inappropriate\b|\bkid[- ]appropriate\b|\blife[- ]threaten/i,
    mustHaveHappened: true,
  },
  {
    flag: "minors_and_alcohol",
    words: new RegExp(
      `\\b${MINOR}\\b.{0,50}\\b(?:drink(?:ing)?|drank|drunk|drink|tipsy|have|having|had|try|tried|taste|tasted|sip(?:s|ped)?|get|getting|got|given|gave|served|serving|serve|pour(?:ed)?|offer(?:ed)?|squirt(?:ed)?|shots?|do|some|allowed|join|want|wants|included|participate)\\b.{0,30}\\b${ALCOHOL}\\b|\\b${ALCOHOL}\\b.{0,40}\\b(?:to|for|with|into|in|at|on|by|from|near)\\b.{0,30}\\b${MINOR}\\b|\\b(?:serv(?:e|ed|ing)|gave|give|giving|pour(?:ed|ing)?|squirt(?:ed|ing)?|offer(?:ed|ing)?|let|allow|slip)\\b.{0,20}\\b${MINOR}\\b.{0,40}\\b${ALCOHOL}\\b|\\bunder ?-?age drink\\w*|\\bfake ids?\\b|\\b${MINOR}\\b.{0,20}\\b(?:drunk|drinking|got wasted)\\b|\\b(?:don'?t|do not|won'?t|without|not) (?:card|check(?:ing)? (?:ids?|ages?))\\b.{0,40}|\\b(?:graduation|prom|sweet (?:16|sixteen)|quincea[ñn]era|high school)\\b.{0,50}\\b(?:sak[eé]|alcohol|shots|beer)\\b.{0,30}\\b(?:kids|students|teens|them|grads?|girls|everyone|her friends|his friends)\\b`,
      "i",
    ),
    unless: new RegExp(
      `\\b(?:only|just) (?:for )?(?:the )?(?:adults|grown[- ]?ups|21)|\\b${ALCOHOL}\\b.{0,12}\\bfor (?:the |us |our |all the )?(?:\\d+ )?(?:adults|grown|parents|moms|dads|21)|\\b(?:no|without|non-?) ?-?(?:${ALCOHOL})\\b|\\b${ALCOHOL}[- ]free\\b|\\b(?:don'?t|do not|not|never|won'?t) (?:want|serve|give|let|offer|squirt|include|be)\\b|\\b(?:take|bring|get|have|pour|serve|give) (?:a |some |good |the adults )?shots? of (?:the|my|our|us)|\\bis (?:there|the|that|it) .{0,30}\\b(?:alcohol|sake) in\\b|\\bsake in the\\b|\\bcontains?\\b.{0,10}\\b(?:alcohol|sake)\\b|\\bphoto shots?\\b|\\bflu shots?\\b|\\bcook(?:ed|ing)? with\\b|\\bwine with dinner for adults`,
      "i",
    ),
  },
  {
    flag: "vulnerable_person",
    words:
      /\bsuicid\w*|\bkill(?:ing)? (?:myself|himself|herself)\b|\bend(?:ing)? (?:my|it all|her|his) life\b|\bend it all\b|\bhurt(?:ing)? (?:myself|himself|herself)\b|\bself[- ]harm\w*|\b(?:don'?t|do not) want to (?:live|be here|be alive|wake up|go on)\b|\bno reason to live\b|\bnothing (?:left )?to live for\b|\bbetter off (?:dead|without me)\b|\bwant to die\b|\bcan'?t go on\b|\bdomestic (?:violence|abuse)\b|\b(?:husband|boyfriend|wife|partner|father|mother|ex|he|she) (?:hits|beats|is hitting|hit|beat|abuses|is abusing|hurts|is hurting) (?:me|my|us|her)\b|\babus(?:ive|ed|ing)\b.{0,25}\b(?:husband|wife|partner|boyfriend|home|relationship|caregiver|elder|me)\b|\b(?:husband|wife|partner|boyfriend|relationship|home)\b.{0,15}\babus(?:ive|ing)\b|\b(?:not|don'?t feel|isn'?t) safe at home\b|\bin danger\b|\bafraid for my life\b|\bdementia\b|\balzheimer'?s?\b|\bshe'?s? (?:very )?confused\b|\bmentally (?:ill|disabled|confused|incapacitated)\b|\bhasn'?t been (?:herself|himself)\b.{0,40}\b(?:booked|paid|ordered)\b|\b(?:elderly|disabled|senile|8\d|9\d|7\d)\b.{0,60}\b(?:confused|scammed|alone|by mistake|doesn'?t (?:understand|remember|know)|don'?t understand|taken advantage|didn'?t (?:understand|realize|know)|no (?:money|food)|tricked|pressured|can'?t see)\b|\b(?:confused|scammed|taken advantage of|tricked|pressured)\b.{0,50}\b(?:elderly|disabled|grand(?:ma|pa|mother|father)|8\d|9\d|7\d[- ]?year)\b|\bhaven'?t eaten (?:in|for)\b|\bno (?:food|money) (?:for|to feed) (?:my|the) (?:kids|children|family)\b|\bbeing (?:held|trafficked|forced)\b|\b(?:i'?m|i am) (?:only )?(?:1[0-5]|[89]|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)(?: years? old| and)?\b.{0,60}\b(?:alone|scared|home|parents|help|mom|my)\b|\b(?:home|am|i'?m) alone and (?:scared|afraid)|\bsomeone (?:is|has) (?:following|broken|breaking)\b|\bquiero morir\b|\bno quiero vivir\b|\bhomeless\b|\bpanic attack\b/i,
    unless:
      /\bto die for\b|\bkilling (?:it|me with)\b|\bturning 1\d\b|\bi'?m (?:8|9|10|11|12|13|14|15) (?:minutes|miles|blocks|hours|weeks|people|guests)|\bfor (?:an? )?(?:\w+ )?(?:charity|shelter|fundraiser|foundation|benefit|nonprofit|non-profit)\b|\b(?:donate|fundraiser|charity)\b/i,
  },
]
