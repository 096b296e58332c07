/** Ways of saying one thing → the one word kept for it. Longer phrases first; all matched in lower case. */
const SYNONYMS: readonly [string, string][] = [
  ["if", "what happens (?:when|if)|what if|in case(?: of)?|if"],
  ["need", "need(?:s|ed)?(?! to)|requires?"],
  ["duration", "how long|how many hours|duration|how much time|length"],
  ["count", "how many|number of(?! (?:guests|people))"],
  ["when", "what (?:time|day)|when(?:'s)?"],
  [
    "price",
    "how much(?: (?:is|are|does|do|would|will|for|do you charge|would it be|it is))?|what (?:do|would|does|will|is|are)? ?(?:you|it|that|this|they|i|we|y'all)? ?(?:charge|cost|run|pay|come to|be looking at)|what(?:'s| is| are|s) (?:the|your|ur) (?:total|price|cost|charge|rate|damage|fee)|set (?:us|me) back|run (?:us|me)|come to(?= ?[?.!]|$)|ballpark|estimate|quote|prices?|pricing|costs?|charged?|charges|rates?|fees?|total|pay for|expensive|what'?s it going to cost",
  ],
  [
    "refund",
    "get (?:back|my money back|it back|my deposit back)|give back|money back|refund(?:able|ed|s)?|returned|reimbursed?|back",
  ],
  ["deposit", "down ?payment|deposits?|upfront payment"],
  ["cancel", "call (?:it|the party|this|things)? ?off|cancel(?:l?ation|l?ed|l?ing|s)?|back out"],
  [
    "reschedule",
    "reschedul(?:e|ed|ing)|postpone[d]?|change (?:the|my|our) (?:date|day)|move (?:the|my|our) (?:date|party|booking|event)|switch (?:the|my|our) (?:date|day)|pick another day|move it|push it back",
  ],
  ["rain", "(?:bad |poor )?weather|rain(?:s|ing|y|ed)?|pour(?:s|ing)?|wet"],
  ["tip", "tip(?:s|ping|ped)?|gratuit(?:y|ies)"],
  [
    "mandatory",
    "mandatory|required?|obligat(?:ed|ory)|must|have to|need to|got to|expected to|supposed to|compulsory",
  ],
  ["arrive", "arriv(?:e|es|al|ing)|get here|show up|be here|get there"],
  [
    "travel",
    "come(?: out| over| all the way)?|travel(?:ing|s)?|drive|go|cover|service|serve|reach|cater|deliver",
  ],
  ["booking", "book(?:ed|ing)?|reserv(?:e|ed|ation|ing)|schedul(?:e|ing)"],
  ["available", "availab(?:le|ility)|free|open(?:ings?)?|still open|not taken"],
  ["kid", "kids?|child(?:ren)?|kiddos?|niñ[oa]s"],
  ["little", "toddlers?|bab(?:y|ies)|infants?|little ones?|newborns?"],
  ["adult", "adults?|grown[- ]?ups?"],
  ["person", "per head|per plate|pp|each person|per person|a head|heads?"],
  ["party-unit", "per party|per event|per booking"],
  ["guest", "guests?|people|persons?|folks|ppl|attendees|friends|of us|invitees"],
  ["chef", "chefs?|cooks?(?= (?:come|will|arrive|need))|hibachi (?:guy|man)"],
  ["include", "includ(?:e|es|ed|ing)|comes? with|part of"],
  ["bring", "bring|provid(?:e|ed|ing)|suppl(?:y|ied)|furnish"],
  ["utensil", "utensils?|silverware|cutlery|forks?"],
  ["table", "tables?"],
  ["chair", "chairs?|seating"],
  ["plate", "plates?|dishes"],
  ["space", "space|room|area"],
  ["option", "options?|choices?|dishes|something|anything|meals?|alternatives?"],
  ["vegetarian", "vegetarians?"],
  ["vegan", "vegans?|plant[- ]based"],
  ["minimum", "minimum|min|at least|the least"],
  ["early", "early|in advance|ahead(?: of time)?|advance|beforehand"],
  ["notice", "notice|lead time"],
  ["before", "before|prior to"],
  ["expire", "expires?|expir(?:ed|ation)|run out|valid|good for|good until|last"],
  ["accept", "accept(?:ed)?|take"],
  ["pay", "pay(?:ing|ment|ments)?|paid"],
  ["outdoors", "outdoors?|outside"],
  ["indoors", "indoors?|inside"],
  ["headcount", "head ?count|guest count|guest list|number of (?:guests|people)"],
  ["change", "chang(?:e|ed|es|ing)|updat(?:e|ed|ing)|adjust|modify|edit"],
  ["recommend", "recommend(?:ation|ations|ed)?|suggest(?:ion|ions)?|advise"],
  ["popular", "popular|favou?rite|best(?:[- ]sell(?:er|ing))?"],
  ["protein", "proteins?|meats?"],
  ["hour", "hours?|hrs?"],
  ["start", "starts?|starting|begin"],
  ["clean", "clean(?:[- ]?up|ing)?"],
  [
    "balance",
    "balance|remainder|remaining(?: (?:amount|balance))?|rest of the (?:money|bill|payment)|the rest",
  ],
  ["due", "due|owed"],
  ["discount", "discounts?|coupons?|promo(?: codes?)?|deals?|specials?"],
  ["tax", "tax(?:es)?"],
  ["area", "areas?|cities|towns"],
]

/** Words that turn no answer round. Everything that is neither here nor a synonym makes two questions different. */
const FILLER = new Set(
  `a an the and so but oh well hi hello hey there good morning afternoon evening day please pls plz
  thanks thank you u ya yall y'all your ur yours we us our ours i me my mine it its
  it's is are am be been was were do does did can could would will may might shall i'm im
  we're we'd i'd i'll we'll what what's whats which that this these those of to for at on in with
  about some any just also really very quick quickly question wondering wonder know tell how's eat like love want wants
  wanted wanna looking look get got gets having have has had had guys folks say roughly around approximately think thinking
  interested curious hoping hope planning plan throwing throw hosting host doing make made going gonna party parties event gathering dinner
  get-together thing hibachi myhibachi catering then than one ones ok okay cool great again same please? us let lets ask
  asking info information give them they their much us both all everybody everyone each per by as up out into
  s d ll re ve t happen possible able policy policies rule rules offer offers serve work works sir ma'am
  folks team currently right now typically usually normally generally exactly actually contain contains contained made there use used using cook
  cooked maybe possibly kind sort type et de la el los las un una`
    .split(/\s+/)
    .filter(Boolean),
)

const COMPILED = SYNONYMS.map(
  ([concept, words]) => [concept, new RegExp(`(?<![\\p{L}'§])(?:${words})(?![\\p{L}])`, "giu")] as const,
)

/**
 * What a masked question is about, as a sorted list of concepts: synonyms made equal, fillers dropped, every word
 * that we do not know kept as it is, because an unknown word may be the very difference.
 */
export function readConcepts(masked: string): string[] {
  let text = masked.toLowerCase().replace(/[’‘]/g, "'")
  for (const [concept, words] of COMPILED) text = text.replace(words, ` §${concept} `)
  const concepts = new Set<string>()
  for (const word of text.match(/§?[\p{L}\p{N}'_-]+/gu) ?? []) {
    if (word.startsWith("§")) concepts.add(word.slice(1))
    else if (!FILLER.has(word)) concepts.add(stem(word))
  }
  return [...concepts].sort()
}

function stem(word: string): string {
  return word
    .replace(/'s$/, "")
    .replace(/(?<=\p{L}{3})(?:ies)$/u, "y")
    .replace(/(?<=[^s]{3})s$/u, "")
}
