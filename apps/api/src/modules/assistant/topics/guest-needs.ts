import type { Ask } from "#modules/understanding/index.ts"
import type { Turn } from "../turn/turn.ts"
import { allergenSafe, dietFacts } from "./food.ts"
import { nameAsOpen } from "./open-parts.ts"
import { addPassages } from "./passages.ts"

const FOOD_ASKS: readonly Ask[] = [
  "menu.vegetarian",
  "menu.recommendation",
  "allergen.contains",
  "allergen.safe_options",
  "allergen.cross_contact",
  "unknown.halal_kosher",
]
const PLATE_DIETS: ReadonlySet<string> = new Set(["vegan", "vegetarian", "pescatarian"])
/** What a guest needs that no data of ours speaks of. */
const SPECIAL_NEED =
  /[^.,;!?\n]*\b(?:wheelchairs?|walker|crutches|blind|deaf|hard of hearing|autis\w+|sensory|dementia|alzheimer\w*|oxygen|service (?:dog|animal)|high ?chairs?|strollers?|disab\w+|special needs|can'?t (?:climb|walk|stand)|dysphagia|pur[eé]ed)\b[^.,;!?\n]*/i

const LITTLE_COMES =
  /\b(?:bring\w*|with|and|plus|our|my|her|his|their|there'?s|including|also) (?:an? |one |\d |\w+ )?(?:toddlers?|bab(?:y|ies)|infants?|newborns?|[1-5][- ]year[- ]olds?|[1-5] ?y\/?o)\b/i

/** "Two vegans, one in a wheelchair": a need that is stated, not asked about, gets its facts or a person all the same. */
export async function tellNeeds(turn: Turn): Promise<void> {
  if (turn.outcome.handOver.length > 0 || turn.understanding.mustEscalate.length > 0) return
  const isFoodTold = FOOD_ASKS.some((ask) => turn.book.ofTopic(ask).length > 0)
  const { diets, allergies } = turn.newSlots
  if (!isFoodTold && diets.some(({ diet }) => PLATE_DIETS.has(diet))) await dietFacts(turn, "menu.vegetarian")
  if (!isFoodTold && allergies.length > 0) await allergenSafe(turn, "allergen.safe_options")
  const isLittleTold = turn.book.all().some(({ sentence }) => /little ones?\b/i.test(sentence))
  if (LITTLE_COMES.test(turn.text) && !isLittleTold)
    addPassages(turn, "price.little_ones", "price.little_ones")
  const need = SPECIAL_NEED.exec(turn.text)?.[0]
  const isNamed = turn.outcome.tasks.some(({ about }) => about !== undefined && need?.includes(about))
  if (need && !isNamed) nameAsOpen(turn, need.trim())
}
