import { readAskTexts } from "../asks/ask-texts.ts"

/** Words that decide what is asked; a word that is nearly one of them is read as it. */
const DECIDING = `
  adult adults allergic allergies allergy anniversary another answer appetizer arrive arrives availability available
  backyard balance because birthday booked booking budget business cancel canceled cancellation cancelled cancelling
  celebrate celiac certificate chairs change changed charge charged checked chicken children choices coming complaint
  confirm confirmation confirmed contact contaminated corporate covered credit customer december deposit details dinner
  discount distance edamame eighteen electricity everybody everyone expensive expire expired february filet friday
  gluten graduation gratuity guests gyoza halal headcount hibachi included includes indoors ingredients insurance
  kosher lobster minimum monday music napkins nervous noodles november october outdoors outside overhead package party
  payment payments people peanut peanuts person personal planning plates please policy portion possible premium price
  prices pricing process propane protein proteins question quote quoted receipt recommend refund refundable refunded
  remaining reminder rent reschedule rescheduled rescheduling reservation restaurant sacramento salmon saturday scallops
  schedule scheduled seafood separate september sesame shellfish shrimp silverware specials started steak sunday tables
  thanksgiving thursday tomorrow travel tuesday upgrade upgrades utensils vegan vegetables vegetarian venue weather
  wednesday wedding weekend yakisoba
`
  .trim()
  .split(/\s+/)
const KNOWN = new Set(DECIDING)

/** Right words that are one slip away from a deciding one. */
const RIGHT_ALREADY = new Set(
  `cancer customary complain complained complains coeliac coeliacs charred stared staring include persona personals
  separately separating speak speaks sneak adulthood plate scallop remainder steam cancers charmed charted chained
  dented depose prince princes pricey parry pastor panty parity patties guess guessed dances tables' waster coined
  commit committee confine conform confirming contract contacts contacted covering covert credible creditor customs
  delay deposition discounted distant district expense expert export field filed filled flight followed friendly gulf
  hallway insurer insured lobby minister monitor muscle nuisance numbers octopus overheard package's peach peer persons
  please's possibly premier present presents private processed professional profile protect protected protest quest
  quests quota quotas received receive recommends renter resort restaurants returning salon sample saturate schedules
  sealed search season's seasons serving serve service sharing shelf shell shellac sprint stretch study sundry surgery
  tabled tended thorough touched tour toward travel's trailer tunnel upgrader utensil vendor's vegetable venue's
  vegetation warmer wearing wedge weekly
  agent agents allen balances barley brides bride cancels chances chance channel chair chairman charges charger changes
  chicks choice comings common contract covers credits dating depot depots detail diner dinners fillet fillets filler
  friends gusts guest halls homes honest label minimal minute minutes mother mothers partly parts parted partner
  partners past pasta paste pastry patio patty payer pays peace people's plans planting planes pants parent parents
  peoples placed places plated pleased pleas police portions price's pride prime printed prized prizes promise purple
  quite quoting rents refuse refused remind reminded renting reserve return returned safer sale sales sardines season
  separated severe shared shift shipment shrimps space spaces special spaces stack stacked starter starters stated
  station steaks steam stead table tablet texts thursdays treats treat tried trouble upgraded vegans venues visit
  waiter water weekday weekends weather's whether whatever wether wedded weeding welding deposits depositing prices
  adding advance advances advice allergen allergens allergies anywhere arrived ask asked asking available's back
  backyards banned birthdays book books bookings bring broken burned canceling careful cater catered caterer catering
  chef chefs child church cleaned clear coats comes cook cooked cooking cooks costs couple couples cousin cousins covered
  daughter everything family fried garage garlic grandma ground groups heard house indoor kitchen latest learn leave
  lettuce located location marry married marriage meals message messages middle moved moving number options order
  ordered outdoor oyster oysters package's packages packed pairs payed pick picked police rather really reception
  request reschedules rescheduled sauces sauce scared second shipped shirt short shower shown small smoke sorry spicy
  square stage stairs starts stayed steal still stored street strong suggest supper supply thanks thing things together
  total traffic travels traveled traveling trial unable under unless update updated usually vendor vendors village wait
  waited waiting walking wants watch weeks where which while whole without wonder worried writing written yellow`
    .split(/\s+/)
    .filter(Boolean),
)

const SHORTEST = 5
/** From this length on two slips still leave no doubt. */
const LONG = 8

let learned: Set<string> | undefined

/** Words of the training texts are understood as they are, Spanish ones among them. */
function isLearned(word: string): boolean {
  learned ??= new Set(readAskTexts().flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []))
  return learned.has(word)
}

/** @returns the deciding word that is meant, or the word itself when it is right, short, a name or nothing like one. */
export function correctSpelling(word: string, position?: number): string {
  if (word.length < SHORTEST || !/^[a-z]+$/i.test(word)) return word
  const lower = word.toLowerCase()
  if (KNOWN.has(lower) || RIGHT_ALREADY.has(lower) || isLearned(lower)) return word
  // A capital inside a sentence makes a name.
  if (position !== undefined && position > 0 && /^[A-Z][a-z]+$/.test(word)) return word
  const slips = word.length >= LONG ? 2 : 1
  let best: string | undefined
  let least = slips + 1
  for (const candidate of DECIDING) {
    if (candidate[0] !== lower[0] || Math.abs(candidate.length - lower.length) > slips) continue
    if (isInflected(lower, candidate)) return word
    const distance = countSlips(lower, candidate, slips)
    if (distance < least && candidate.length >= SHORTEST) {
      best = candidate
      least = distance
    }
  }
  return best ?? word
}

/** "Upgrading" is no slip of "upgrade". */
function isInflected(word: string, stem: string): boolean {
  const bare = stem.replace(/(?:e|y|s)$/, "")
  return (
    word.startsWith(bare) && /^(?:e?s|e?d|ing|er|ers|ies|ied|'s|ly|y|able)$/.test(word.slice(bare.length))
  )
}

/** Letters added, left out, changed or swapped with their neighbour (Damerau), given up beyond `most`. */
function countSlips(one: string, other: string, most: number): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1)
      next.push(cost)
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[other.length]!
}
