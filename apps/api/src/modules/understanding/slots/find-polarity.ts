import type { PersonSlot, Polarity } from "./slots.ts"

const NEGATION =
  /\b(?:not|no|never|none|without|nothing|neither|nor|cannot|nobody|dont|doesnt|isnt|wont|cant|didnt|arent|wasnt|shouldnt|wouldnt|couldnt|aint|sin|nunca|tampoco)\b|n't\b/i
const IDIOMS =
  /\b(?:why not|no problem|no worries|not only|if not|or not|can'?t wait|don'?t (?:know|mind|forget|worry)|no idea|not sure|isn'?t it|aren'?t you|don'?t you|right or no)\b/gi

const DIRECTIONS: [string, RegExp][] = [
  ["add", /\b(?:add(?:ing|ed)?|include|additional|agregar|a[ñn]adir)\b/i],
  [
    "remove",
    /\b(?:remov(?:e|ing|ed)|drop(?:ping)?|take (?:off|out|away)|delete|subtract|get rid of|quitar|skip|exclude|leave out)\b/i,
  ],
  ["before", /\b(?:before|prior to|earlier than|antes|sooner)\b/i],
  ["after", /\b(?:after(?!noon)|later than|following|despu[eé]s|past)\b/i],
  [
    "more",
    /\b(?:more|greater|at least|increase|increasing|larger|bigger|exceed|extra|most|maximum|max|highest|más|upgrade)\b|\b(?:over|above) \d/i,
  ],
  [
    "less",
    /\b(?:less|fewer|at most|decrease|reduce|smaller|least|minimum|min|lowest|menos|downgrade)\b|\b(?:under|below) \d/i,
  ],
  [
    "without",
    /\b(?:without|w\/o|sin|minus|excluding|except|besides|not including|no)\b(?! (?:problem|worries|idea))/i,
  ],

  ["indoors", /\b(?:indoors?|inside|garage|kitchen|living room|adentro)\b/i],
  ["outdoors", /\b(?:outdoors?|outside|backyard|patio|yard|park|beach|lawn|afuera|jard[ií]n)\b/i],
  ["earlier", /\bearlier\b/i],
  ["later", /\blater\b/i],
  ["keep", /\b(?:keep|stay|remain|leave it)\b/i],
  ["cancel", /\bcancel/i],
  ["move", /\b(?:reschedul|move|postpone|push|change the date|switch the date)\w*/i],
  [
    "us",
    /\b(?:you|they|company|chef|y'all|your team|guys)\b(?: (?:have to|had to|need to|must|ever|do|does|did|will|might|already|would|decides? to|just))? (?:cancel|reschedul|not show|no[- ]?show|don'?t show|doesn'?t show|run late|be late|are late|is late)/i,
  ],
  ["yes", /\b(?:required|mandatory|must|have to|need to|obligated)\b/i],
  ["optional", /\b(?:optional|voluntary|can i skip|don'?t have to|not required)\b/i],
  ["first", /\b(?:first|1st|once|one time)\b/i],
  ["second", /\b(?:second|2nd|twice)\b/i],
  ["late", /\b(?:late|last[- ]minute|inside \d+|within)\b/i],
  [
    "free",
    /(?<!(?:gluten|dairy|nut|egg|soy|lactose|shellfish|peanut)[- ])\bfree\b(?! (?:on|this|next|the|at|tomorrow|saturday|sunday|friday))|\bno charge\b|\bwaived?\b|\bgratis\b/i,
  ],
  ["paid", /\b(?:paid|already paid|after paying)\b/i],
  ["raw", /\b(?:raw|rare|well[- ]done|medium)\b/i],
]

/** Words that turn an answer round: negations and directions, in fixed spelling. */
export function findPolarity(text: string): Polarity {
  const plain = text.replace(/[’]/g, "'").replace(IDIOMS, " ")
  return {
    isNegated: NEGATION.test(plain),
    directions: DIRECTIONS.filter(([, words]) => words.test(plain)).map(([name]) => name),
  }
}

const RELATION =
  "friend|neighbou?r|sister|brother|mom|mother|dad|father|boss|coworker|co-worker|cousin|aunt|uncle|daughter|son|wife|husband|roommate|client|ex|ex-wife|ex-husband|girlfriend|boyfriend|grandma|grandmother|grandpa|niece|nephew|in-laws?|landlord|partner|fianc[eé]e?"
const OTHERS_MATTER: RegExp[] = [
  new RegExp(
    `\\b(?:my|a|our|his|her|their) (?:\\w+ )?(?<who>${RELATION})(?:'s|s'|s) (?:\\w+ )?(?:booking|party|event|reservation|order|address|phone|number|deposit|balance|payment|details|account|e-?mail|invoice|info|card)`,
    "i",
  ),
  /\b(?:booking|reservation|party|order|address|phone number|number|details|deposit|account|info) (?:of|for|belonging to|under) (?<who>(?:Mr|Mrs|Ms|Dr)\.? [A-Z]\w+|[A-Z][a-z]+ [A-Z][a-z]+|(?:another|other|the other|a different|someone|somebody) ?(?:customer|person|family|client|guest|else)?)/,
  /\b(?<who>[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?)'s (?:booking|party|event|reservation|order|address|phone|number|deposit|balance|payment|details|account|e-?mail|invoice|card)\b/,
  /\b(?<who>someone else|somebody else|another customer|other customers?|other people)(?:'s|s')?\b/i,
]
const RELATED = new RegExp(`\\b(?:my|our|his|her) (?:\\w+ )?(?<who>${RELATION})\\b`, "i")
const DAYS =
  /^(?:Mother|Father|Valentine|Patrick|New Year|Saturday|Sunday|Friday|Monday|Tuesday|Wednesday|Thursday|Let|That|What|It|Here|There|How|Who|Where|When|Today|Tomorrow)/

/** Whose matter it is. */
export function findPerson(text: string): PersonSlot {
  for (const words of OTHERS_MATTER) {
    const who = words.exec(text)?.groups?.who
    if (who && !DAYS.test(who)) return { who: who.toLowerCase(), isOtherPersonsMatter: true }
  }
  const related = RELATED.exec(text)?.groups?.who
  return { who: related?.toLowerCase() ?? "self", isOtherPersonsMatter: false }
}
