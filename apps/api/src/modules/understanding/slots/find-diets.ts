import type { Allergen, AllergySlot, Diet, DietSlot, Slots } from "./slots.ts"

const DIET_WORDS: [Diet, RegExp][] = [
  ["vegan", /\bvegan[oa]?s?\b|\bplant[- ]based\b/i],
  [
    "vegetarian",
    /\bvegetarian[oa]?s?\b|\bveggie (?:guest|person|eater|option|meal)s?\b|\bno meat\b|\bdon'?t eat meat\b|\bdoesn'?t eat meat\b/i,
  ],
  ["pescatarian", /\bpesc[ae]tarians?\b/i],
  ["halal", /\bhalal\b|\bmuslims?\b/i],
  ["kosher", /\bkosher\b/i],
  ["gluten_free", /\bgluten[- ]?free\b|\bgf\b|\bno gluten\b|\bsin gluten\b/i],
  ["dairy_free", /\bdairy[- ]?free\b|\bno dairy\b|\blactose[- ](?:free|intoleran\w+)\b/i],
  ["keto", /\bketo\b|\blow[- ]carb\b/i],
  ["no_pork", /\bno pork\b|\bdon'?t eat pork\b|\bdoesn'?t eat pork\b|\bpork[- ]free\b/i],
  ["no_beef", /\bno (?:red meat|beef)\b|\bdon'?t eat (?:red meat|beef)\b|\bhindus?\b/i],
  ["pregnant", /\bpregnant\b|\bexpecting a baby\b/i],
]
const COUNT_BEFORE =
  /(\d{1,3}|an?)(?: (?:of (?:us|them|the guests|my (?:friends|guests|family))|people|guests?|persons?|adults?|kids?|child(?:ren)?|friends?|is|are|has|have|who|an?|with|severe|strict|bad|serious|known|life-threatening|our|the|being|eat))* ?$/i

const ALLERGEN_WORDS: [Allergen, string][] = [
  ["gluten", "gluten|wheat|c(?:o)?eliac(?:s|'s| disease)?|barley|trigo"],
  ["peanuts", "pea ?nuts?|cacahuates?|maní"],
  [
    "tree_nuts",
    "tree[- ]?nuts?|nuts?|almonds?|cashews?|walnuts?|pecans?|pistachios?|hazelnuts?|macadamias?|nueces|nuez",
  ],
  ["soy", "soy|soya|soybeans?|soy sauce"],
  ["egg", "eggs?|huevos?"],
  [
    "shellfish",
    "shell[- ]?fish|crustaceans?|molluscs?|mollusks?|crab|clams?|oysters?|mariscos?|prawns?|shrimps?|lobsters?|scallops?",
  ],
  ["fish", "fish|finned fish|salmon|pescado|seafood"],
  ["sesame", "sesame|sesame (?:oil|seeds?)|ajonjol[ií]|tahini"],
  ["dairy", "dairy|milk|lactose|butter|cheese|casein|leche|lacteos|lácteos"],
  ["mustard", "mustard|mostaza"],
  ["alcohol", "alcohol|sake"],
]
const NAMED = new RegExp(
  ALLERGEN_WORDS.map(([allergen, words]) => `(?<${allergen}>\\b(?:${words})\\b)`).join("|"),
  "gi",
)
const IS_DISH = /^(?:shrimps?|lobsters?|scallops?|salmon|butter|soy sauce|sake|prawns?)$/i
const ALLERGY =
  /\ballerg|\ballergies\b|\bal[eé]rgi|\bintoleran|\bceliac|\bcoeliac|\banaphyla|\bepi-?pen|\bcan(?:'?t|not) (?:have|eat|do|tolerate)|\bsensitiv|\breacts? to\b|\bavoid|[- ]free\b|\bno puede comer/i
const SEVERE =
  /\bsever|\bdeadly|\bdeathly|\blife[- ]threat|\banaphyla|\bepi-?pen|\bfatal|\bextreme|\bserious(?:ly)?\b|\bhighly allergic|\bgrave\b|\bvery allergic|\bairborne/i
const CONTENT_QUESTION =
  /\bcontains?\b|\b(?:is|are) there\b|\bhave (?:any )?\w+ in\b|\bmade with\b|\bcook(?:ed)? (?:with|in)\b|\bingredient|\buse (?:any )?\w*/i

function countBefore(text: string, at: number): number | null {
  const digits = COUNT_BEFORE.exec(text.slice(0, at))?.[1]
  if (!digits) return null
  return /^a/i.test(digits) ? 1 : Number(digits)
}

/** Ways of eating, with the number of guests when it was said ("two vegans"). */
export function findDiets(text: string): DietSlot[] {
  const diets: DietSlot[] = []
  for (const [diet, words] of DIET_WORDS) {
    const match = words.exec(text)
    if (match) diets.push({ diet, count: countBefore(text, match.index) })
  }
  return diets
}

/** Every allergen word of a text, whatever is said about it; dishes such as shrimp are not counted. */
export function findAllergenWords(text: string): Allergen[] {
  const found = new Set<Allergen>()
  for (const match of text.matchAll(NAMED)) {
    if (IS_DISH.test(match[0])) continue
    const allergen = ALLERGEN_WORDS.find(([key]) => match.groups?.[key] !== undefined)?.[0]
    if (allergen) found.add(allergen)
  }
  return [...found].sort()
}

/** Allergens that are named, and those of them that a guest declares. */
export function findAllergens(text: string): Pick<Slots, "allergies" | "allergensNamed"> {
  const allergensNamed: Allergen[] = []
  const allergies: AllergySlot[] = []
  const isSevere = SEVERE.test(text)
  for (const sentence of text.split(/(?<=[.?!;])\s+|\n/)) {
    const isAllergy = ALLERGY.test(sentence)
    const asksContent = CONTENT_QUESTION.test(sentence)
    if (!isAllergy && !asksContent) continue
    for (const match of sentence.matchAll(NAMED)) {
      const allergen = ALLERGEN_WORDS.find(([key]) => match.groups?.[key] !== undefined)?.[0]
      if (!allergen) continue
      const isDish = IS_DISH.test(match[0])
      if (isDish && !isDeclared(sentence, match)) continue
      if (!allergensNamed.includes(allergen)) allergensNamed.push(allergen)
      if (!isAllergy || !isDeclared(sentence, match)) continue
      if (allergies.some((other) => other.allergen === allergen)) continue
      allergies.push({ allergen, count: countBefore(sentence, match.index), isSevere })
    }
  }
  return { allergies, allergensNamed }
}

/** "Allergic to nuts", "nut allergy", "nut-free", "can't have dairy": near the word, not anywhere in the sentence. */
function isDeclared(sentence: string, match: RegExpMatchArray): boolean {
  const start = match.index ?? 0
  const before = sentence.slice(Math.max(0, start - 60), start)
  const after = sentence.slice(start + match[0].length, start + match[0].length + 40)
  if (/^c(?:o)?eliac/i.test(match[0])) return true
  if (
    /\ballerg\w* (?:to|of|a)\b|\ballerg\w*:|\ballerg\w* (?:is|are)\b|\bal[eé]rgic\w* a\b|\bcan(?:'?t|not) (?:have|eat|do|tolerate)|\bsensitiv\w+ to|\breacts? to|\bavoid|\bintoleran\w* (?:to|of)|\balergia a/i.test(
      before,
    )
  )
    return true
  return /^(?:(?:,| and| or|\/| &|-) ?[\w-]+){0,4}(?: food)?[ -](?:allerg|intoleran|sensitiv|free|al[eé]rg)/i.test(
    after,
  )
}
