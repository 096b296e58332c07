import { splitSentences } from "../asks/split-clauses.ts"
import { isQuestionLike } from "../asks/unread-parts.ts"
import { foldAccents } from "../fold-accents.ts"
import { isDispleased } from "./displeasure.ts"
import { guessHardship } from "./hardship-classifier.ts"

/** What somebody is going through while they write; each kind is met with words of its own. */
export type Hardship =
  | "dying"
  | "illness"
  | "separation"
  | "disaster"
  | "money"
  | "distrust"
  | "outrage"
  | "exhaustion"

const DEATH =
  /\b(?:passed(?: away)?|died|funeral|death|buried|lost (?:my|our|his|her) \w+|fallecio|murio|se nos fue)\b/i
const WHO = "(?:i|we|my \\w+|our \\w+|he|she|they|wife|husband|spouse|partner|parents|fiancee?)"
const HOME = "(?:house|home|apartment|place|kitchen|garage|basement|yard|condo)"

/** In the order in which they weigh: who has several troubles is met in the heaviest. */
const HARDSHIPS: readonly [Hardship, RegExp][] = [
  [
    "dying",
    /\b(?:hospice|terminal(?:ly)?|dying|palliative|life support|days to live|(?:weeks|months|days) (?:left|to live)|won'?t make it|(?:her|his|their) last (?:birthday|days|weeks|months|christmas|party))\b/i,
  ],
  [
    "disaster",
    new RegExp(
      `\\b${HOME}\\b.{0,15}\\b(?:burn(?:ed|t)(?: down)?|flooded|caught fire|collapsed|destroyed|robbed|broken into)\\b|\\b(?:tornado|evacuat\\w+|lost everything|pipe burst|burst pipe|house fire|apartment fire|got robbed|been robbed|broke into our|se (?:nos )?quemo la casa)\\b`,
      "i",
    ),
  ],
  [
    "illness",
    /\b(?:hospital\w*|icu|intensive care|surgery|operation|cancer|chemo\w*|tumou?r|leukemia|stroke|seizures?|heart attack|aneurysm|dementia|alzheimer'?s|accident|(?:car|bike|motorcycle|train|bad) (?:crash|wreck)|coma|fever|pneumonia|the flu|covid|tested positive|diagnos\w+|emergency c-?section|preeclampsia|premature(?:ly)?|preemie|collapsed|ventilator|bed ?rest|dialysis|appendi\w+|contractions|(?:in|into|early) labor|water broke|rehab|overdos\w+|paralyzed|rushed to the|weeks? early|nicu|miscarr\w+|(?:is|are|got|been|fell|very|so|really|am|i'm|gets) (?:\w+ )?(?:sick|ill|unwell)|broke (?:his|her|my|their) (?:leg|arm|hip|foot|ankle|wrist|back|collarbone)|emergency room|enferm[oa]s?|accidente|operaron)\b/i,
  ],
  [
    "separation",
    new RegExp(
      `\\bdivorc\\w+|\\b${WHO}(?: and (?:i|my \\w+))?(?:'re| are| have| is| has)? (?:\\w+ )?(?:separat(?:ing|ed)|split(?:ting)? up|broke(?:n)? up|breaking up)\\b|\\b(?:left|dumped|cheated on|walked out on) me\\b|\\b(?:she|he|wife|husband|fiancee?) cheated\\b|\\b(?:wedding|engagement|marriage)(?:'s| is| was| got| has been)(?: \\w+)? (?:off|over|cancell?ed|called off)\\b|\\bcalled off (?:the|our|my) (?:wedding|engagement)\\b|\\bno (?:longer )?(?:wedding|engagement) any ?more\\b|\\bnos separamos\\b`,
      "i",
    ),
  ],
  [
    "money",
    /\b(?:laid (?:me |us |him |her )?off|lost (?:my|his|her|our) jobs?|had a job|job (?:is|was) (?:gone|cut)|unemploy\w+|out of work|hours (?:got |were |are |have been )?cut|let (?:me|half|us|him|her|most)(?: \w+){0,3} go\b|(?:can'?t|cannot|couldn'?t|can not|could not|won'?t be able to|no longer|no way (?:we|i) can) (?:really |possibly )?(?:afford|pay)|(?:money|budget|cash|things)(?:'s| is| are| got)? (?:really |very |so |super |a bit |pretty )?tight|tight (?:on money|budget|month)|struggl\w+ (?:to pay|financially|with (?:money|bills))|behind on (?:rent|bills)|don'?t have the money|sin trabajo|no me alcanza|me despidieron|perdi (?:mi|el) trabajo|no (?:podemos|puedo) pagar|saved up (?:\$|\d|\w+ hundred))\b/i,
  ],
  [
    "outrage",
    /\bso (?:you|u|y'all|they)(?: guys| people| all)? (?:just |really |simply )?(?:take|keep|charge|pocket|steal)\b|(?:\$|\b(?:bucks|dollars|refund\w*|deposits?|fees?|invoice|bill|charged?|price|pay|cost|minimum)\b)[^.\n]{0,60}\?\?|\?\?[^.\n]{0,40}(?:\$|\b(?:bucks|dollars|refund\w*|deposits?|fees?|invoice|bill|charged?|price|pay|cost)\b)|\b(?:(?:highway|straight up|daylight) robbery|robbery|rip ?-?off|gouging|greedy|shame(?:ful)?(?! about)|be ashamed|way too (?:much|expensive|pricey)|(?:crazy|insanely|ridiculously|absurdly|so damn) (?:expensive|high|pricey)|pricing out|bait and switch|nickel(?:ed|ing)? and dim\w+|you (?:can'?t|cannot) be serious|are you (?:kidding|serious|insane)|(?:that|this)(?:'s| is) (?:insane|crazy|nuts|ridiculous|theft|unfair|outrageous|a joke)|feels like (?:theft|a scam|a rip ?off)|not (?:fair|cool)|unfair|make it make sense)\b/i,
  ],
  [
    "distrust",
    /\b(?:is (?:this|it|that) (?:a scam|legit|real|for real)|scam(?:med|mers?)?|(?:got|been|was|were) (?:burned|ghosted|ripped off|cheated) by|ghost(?:ed)? (?:us|me)|fake (?:caterers?|company|business)|how do i know (?:you|this|it)|afraid to (?:pay|put)|scared to (?:pay|put)|trust (?:you|this|anyone|strangers))\b/i,
  ],
  [
    "exhaustion",
    /\b(?:losing (?:it|my mind)|lose my mind|falling apart|fall apart|breaking down|in tears|crying|cried|sobbing|(?:have ?n'?t|not|barely|hardly) slept|can'?t (?:sleep|think(?: straight)?|cope|even|decide)|total panic|panick(?:ing|ed)|nervous wreck|(?:a|complete|hot) mess|meltdown|wit'?s end|drowning|desperate|heart ?broken|nightmares?|shaking|freaking out|overwhelmed|frazzled|flustered|worn out|exhausted|don'?t know what to do|what do i do|llorando|desesperad[oa])\b/i,
  ],
]
/** What is over is told with relief. */
const OVERCOME =
  /\b(?:finally over|remission|cancer[- ]free|all clear|survived|beat (?:it|cancer)|recovered|back on (?:his|her|my|their) feet|out of (?:the )?hospital|home from (?:the )?hospital|happy tears|cried (?:happy|tears of joy)|laughed)\b/i
/** "We work at the hospital", "food for the nurses of the ICU": a place, no trouble. */
const PLACE_OF_WORK =
  /\b(?:work(?:s|ing)?|nurses?|staff|fundrais\w+) (?:at|in|for|of|from) (?:\w+ ){0,3}(?:hospital|icu|er|hospice|nicu|cancer)\b|\b(?:hospital|icu|er|hospice|nicu|cancer) (?:staff|nurses?|team|fundrais\w+|benefit|lunch|gala|society|foundation|sweetheart)\b/i

/** Every kind of trouble, the heaviest first. */
export const HARDSHIP_NAMES: readonly Hardship[] = HARDSHIPS.map(([hardship]) => hardship)

/** Longer letters are read up to here. */
const MOST_SENTENCES = 12
const LEAST_WORDS = 3
const NEXT_THOUGHT = /,|(?:^|\s)(?:and|but|so|because|since) (?=\S+ \S+ )/

function guessWithin(text: string): Hardship | null {
  const guesses = splitSentences(text)
    .flatMap((sentence) => sentence.split(NEXT_THOUGHT))
    .filter((sentence) => !isQuestionLike(sentence) && sentence.split(/\s+/).length >= LEAST_WORDS)
    .slice(0, MOST_SENTENCES)
    .map(guessHardship)
  return HARDSHIP_NAMES.find((hardship) => guesses.includes(hardship)) ?? null
}

/** @returns the heaviest trouble that the words tell of, or null; whether somebody died is a flag of its own. */
export function findHardship(message: string): Hardship | null {
  const text = foldAccents(message)
  if (OVERCOME.test(text)) return null
  const found = HARDSHIPS.find(([, words]) => words.test(text))
  const hardship = found?.[0] ?? (isDispleased(text) ? "outrage" : guessWithin(text))
  if (hardship === "dying" && DEATH.test(text)) return null
  return PLACE_OF_WORK.test(text) && (hardship === "dying" || hardship === "illness") ? null : hardship
}
