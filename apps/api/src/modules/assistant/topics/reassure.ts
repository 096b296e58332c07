import { isThanks } from "../respond/meet-hardship.ts"
import type { Gather, Turn } from "../turn/turn.ts"

/** What people worry about, and what there is to say about it. */
const WORRIES: { about: RegExp; topics: string[] }[] = [
  { about: /\b(?:rain\w*|weather|storms?|wind\w*|forecast|pours?|snow)\b/i, topics: ["weather.policy"] },
  {
    about:
      /\b(?:space|room|yard|backyard|patio|deck|balcony|tiny|cramped|small (?:place|house|garden|apartment)|fit|fire|flames?|burn\w*|smoke|fence|wooden|safe(?:ty)?|ceiling|indoors?)\b/i,
    topics: ["space.requirements"],
  },
  {
    about:
      /\b(?:show(?:ing)? up|no[- ]show|turn up|never come|not come|won't come|come at all|really come|be there|cancel(?:s|led)? on (?:us|me)|bail|reliable|on time|late|forget us|stand us up)\b/i,
    topics: ["cancel.by_company", "booking.arrival"],
  },
  {
    about: /\b(?:allerg\w*|celiac|coeliac|gluten|nuts?|dairy|shellfish|react\w*)\b/i,
    topics: ["allergen.cross_contact"],
  },
  {
    about: /\b(?:picky|vegans?|vegetarians?|don't eat meat|doesn't eat meat)\b/i,
    topics: ["menu.vegetarian", "menu.proteins"],
  },
  {
    about: /\b(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|little ones?)\b/i,
    topics: ["menu.little_ones", "price.little_ones"],
  },
  {
    about: /\b(?:money|afford|budget|expensive|costs?|price|pricey|tight|broke|laid off|lost my job|pay)\b/i,
    topics: ["price.per_adult", "price.minimum", "deposit.amount"],
  },
  {
    about: /\b(?:enough food|hungry|portions?|run out|how much food)\b/i,
    topics: ["menu.included"],
  },
  {
    about: /\b(?:mess|clean\w*|dishes|dirty)\b/i,
    topics: ["chef.brings"],
  },
  {
    about:
      /\b(?:cancel\w*|call it off|back out|change (?:my|our) mind|hospital|surgery|sick|ill|lose (?:my|our|the) (?:money|deposit))\b/i,
    topics: ["cancel.policy"],
  },
  {
    about: /\b(?:move|postpone|reschedul\w*|another (?:day|date)|later date|new date)\b/i,
    topics: ["reschedule.policy"],
  },
  {
    about:
      /\b(?:how many|rsvp\w*|number of (?:people|guests)|guests? (?:keep|might|may)|head ?count|more people|fewer)\b/i,
    topics: ["headcount.change"],
  },
  {
    about:
      /\b(?:forget\w*|prepare|ready|set ?up|supposed to (?:do|have|bring)|need to (?:do|have|bring|buy)|what do (?:i|we) (?:do|need)|plates|chairs|tables)\b/i,
    topics: ["host.provides", "chef.brings", "space.requirements"],
  },
  {
    about:
      /\b(?:first time|never (?:done|hosted|planned|thrown|had)|where to (?:start|begin)|don't know (?:how|what|where)|no idea|no clue|new to this|get started|step by step|planning)\b/i,
    topics: ["booking.how", "chef.brings", "host.provides"],
  },
]

/** What every host may lean on. */
const COMMON = ["chef.brings", "host.provides"]
const MOST_TOPICS = 4
/** Whoever asked something wants that answered, and not a lecture around it. */
const MOST_BESIDE_ANSWERS = 2

/** Facts that take worry away: about what the worry is about, else what the chef does and what is left for the host. */
export const reassure: Gather = async (turn, ask) => {
  if (["happy", "excited", "grateful"].includes(turn.understanding.emotion.primary) || isThanks(turn)) return
  if (isInGrief(turn)) return
  const named = [
    ...new Set(WORRIES.filter(({ about }) => about.test(turn.text)).flatMap(({ topics }) => topics)),
  ]
  const isOnlyFeeling = turn.asks.every((each) => each === ask || each === "greeting" || each === "thanks")
  const most = isOnlyFeeling ? MOST_TOPICS : MOST_BESIDE_ANSWERS
  const topics = named.length > 0 ? named.slice(0, most) : isOnlyFeeling ? COMMON : []
  for (const topic of topics) {
    if (turn.book.ofTopic(topic).length > 0) continue
    tell(turn, ask, topic)
  }
}

/** Whoever mourns or sits at a sickbed needs no tables and chairs explained. */
function isInGrief({ understanding: { emotion } }: Turn): boolean {
  const isSick = emotion.hardship !== null && ["dying", "illness", "separation"].includes(emotion.hardship)
  return emotion.flags.includes("bereavement") || isSick
}

function tell(turn: Turn, ask: string, topic: string): void {
  for (const passage of turn.passages.filter((each) => each.topics.includes(topic)))
    turn.book.addPassage(ask, passage, "answer")
}
