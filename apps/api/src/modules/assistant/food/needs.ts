import type { Allergen, Ingredient, Menu, MenuItem } from "@myhibachi/contract/catalog"
import { lower } from "#modules/knowledge/index.ts"

/** What is looked for in a dish, or must not be in it: an allergen, an ingredient, or what a diet leaves out. */
export interface Need {
  /** As it is said in answers: "gluten (wheat)", "pork", "vegan". */
  word: string
  /** A word by which it is found again in a later turn. */
  name: string
  /** A dish is vegan or not; an ingredient is in it or not. */
  kind: "part" | "diet"
  breaks(part: Ingredient): boolean
  /** No recipe names it, so the recipes do not speak of it. */
  isForeign: boolean
  /** Allergens that it stands for; empty for ingredients and diets. */
  allergens: readonly Allergen[]
}

export interface Found<T> {
  value: T
  start: number
  end: number
}

export const ALLERGEN_WORDS: Record<Allergen, string> = {
  gluten: "gluten (wheat)",
  soy: "soy",
  egg: "egg",
  fish: "fish",
  shellfish: "shellfish",
  sesame: "sesame",
  dairy: "dairy",
  tree_nuts: "tree nuts",
  peanuts: "peanuts",
  mustard: "mustard",
  alcohol: "alcohol",
}

const ALLERGENS: [Allergen[], RegExp, string?][] = [
  [["peanuts"], /\bpea ?nuts?\b|\bcacahuates?\b|\bman[ií]\b/gi],
  [["tree_nuts"], /\btree[- ]?nuts?\b|\b(?:almond|cashew|walnut|pecan|pistachio|hazelnut|macadamia)s?\b/gi],
  [["tree_nuts", "peanuts"], /\bnuts?\b|\bnueces\b|\bnuez\b/gi, "nuts"],
  [
    ["gluten"],
    /\bgluten\b|\bwheat\b|\bc(?:o)?eliacs?(?:'s)?(?: disease)?\b|\bbarley\b|\bflour\b|\btrigo\b/gi,
  ],
  [["soy"], /\bsoy(?:a|beans?)?\b/gi],
  [["egg"], /\beggs?\b|\bhuevos?\b/gi],
  [["fish", "shellfish"], /\bsea ?food\b|\bpescados? y mariscos\b/gi, "fish or shellfish"],
  [
    ["shellfish"],
    /\bshell ?-?fish\b|\bcrustaceans?\b|\bmollus[ck]s?\b|\bclams?\b|\boysters?\b|\bmussels?\b|\bmariscos\b/gi,
  ],
  [["fish"], /\bfish\b|\bpescado\b/gi],
  [["sesame"], /\bsesame(?: seeds?)?\b|\bajonjol[ií]\b|\btahini\b/gi],
  [
    ["dairy"],
    /\bdairy\b|\bmilk\b|\blactose\b|\bcheese\b|\bcream\b|\bcasein\b|\bwhey\b|\bleche\b|\bl[aá]cteos?\b/gi,
  ],
  [["mustard"], /\bmustard\b|\bmostaza\b/gi],
  [["alcohol"], /\balcohol(?:ic)?\b|\bbooze\b|\bliquor\b/gi],
]

/** What people ask after and no recipe of ours has; said as "not in our recipes", never as a promise. */
const FOREIGN =
  /\b(?:fish|oyster|hoisin|teriyaki|hot|chili|sriracha|eel|peanut)[- ]sauce\b|\bteriyaki\b|\b(?:peanut|vegetable|canola|olive|sunflower|coconut|seed|corn|rapeseed|soybean|avocado) oil\b|\bgarlic\b|\bm\.?s\.?g\b|\bmonosodium glutamate\b|\bcoriander\b|\bcilantro\b|\bcelery\b|\bsulphites?\b|\bsulfites?\b|\bcoconut\b|\bcorn\b|\bhoney\b|\bgelatine?\b|\blard\b|\bmirin\b|\bwasabi\b|\bchil(?:i|ies|li|lies)\b|\b(?:black |bell |hot )?peppers?\b|\btomato(?:es)?\b|\bcaffeine\b|\bmargarine\b|\bfood colou?rings?\b|\bpreservatives?\b|\blupins?\b|\bavocados?\b|\bpineapples?\b|\bbacon\b|\bham\b/gi
const BEEF = /\bsteak\b|\bbeef\b|\bfilet\b/i

/** A word that stands for several ingredients of the menu. */
const GROUPS: [string, RegExp, (part: Ingredient) => boolean][] = [
  ["pork", /\bpork\b|\bcerdo\b|\bpuerco\b/gi, ({ name }) => /\bpork\b/i.test(name)],
  [
    "beef",
    /\b(?:steak|beef) (?:options?|choices?|cuts?|dishes|kinds)\b|\b(?:kinds?|types?|cuts?) of (?:steak|beef)s?\b|\bbeef\b|\bred meat\b|\bcow\b|\bcarne de res\b/gi,
    ({ name }) => BEEF.test(name),
  ],
  ["poultry", /\bpoultry\b/gi, ({ name }) => /\b(?:chicken|turkey|duck)\b/i.test(name)],
  [
    "meat",
    /(?<=\b(?:any|no|without|eats?|eating|contains?|touch|there|like|red|neither|nor|or) )meats?\b(?! (?:choices|options|list))/gi,
    ({ origin }) => origin === "meat",
  ],
  ["mayonnaise", /\bmayo(?:nnaise)?\b/gi, ({ name }) => /\bmayonnaise\b/i.test(name)],
]

const DIETS: [string, RegExp, (part: Ingredient) => boolean][] = [
  [
    "vegan",
    /\bvegan(?:s|a|o|as|os)?\b|\bplant[- ]based\b|\banimal[- ](?:products?|free)\b|\bno animal\b/gi,
    ({ origin }) => origin !== "plant",
  ],
  [
    "vegetarian",
    /\bvegetarian[oa]?s?\b|\bmeat[- ]?free\b|\bmeatless\b|\bveggie[- ](?:friendly|guest|person|eater)s?\b/gi,
    ({ origin }) => origin === "meat" || origin === "fish",
  ],
  ["pescatarian", /\bpesc[ae]tarians?\b/gi, ({ origin }) => origin === "meat"],
]

/** Words of the menu of today, and what they mean. */
export interface NeedWords {
  menu: Menu
  matchers: readonly { need: Need; words: RegExp }[]
}

/** @returns each need once. */
export const uniqueNeeds = (needs: readonly Need[]) => [
  ...new Map(needs.map((need) => [need.word, need])).values(),
]

const part = (word: string, breaks: Need["breaks"]): Need => ({
  word,
  name: word,
  kind: "part",
  breaks,
  isForeign: false,
  allergens: [],
})

/** @returns the need for something that holds one of these allergens. */
export function needOfAllergens(allergens: readonly Allergen[], word?: string): Need {
  const [first = "gluten"] = allergens
  return {
    word: word ?? ALLERGEN_WORDS[first],
    name: word === "fish or shellfish" ? "seafood" : (word ?? first.replace("_", " ")),
    kind: "part",
    breaks: (each) => each.allergens.some((allergen) => allergens.includes(allergen)),
    isForeign: false,
    allergens,
  }
}

/** @returns the need for what a dish is made of first: "is there shrimp in it?". */
export function needOfDish(item: MenuItem): Need {
  const main = item.ingredients.find(({ isRemovable }) => !isRemovable)?.id
  return part(lower(item.name), ({ id }) => id === main)
}

/** "Zucchini, onion, carrot" and "ginger and onion" are several words for parts of dishes. */
function wordsOfIngredient(name: string): string[] {
  return name
    .replace(/\(.*\)/, "")
    .split(/,| and /)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word.length > 2)
}

/** Ingredients that are a dish or an allergen themselves are meant as such. */
function ingredientMatchers(menu: Menu): NeedWords["matchers"] {
  const names = menu.items.map((item) => item.name.toLowerCase())
  const isDish = (word: string) =>
    names.some((name) => name.includes(word.split(" ").at(-1) ?? word) && !/ sauce$/.test(word))
  const isAllergen = (word: string) =>
    ALLERGENS.some(([, expression]) => word.match(expression)?.[0] === word)
  const words = menu.items.flatMap((item) => item.ingredients.flatMap(({ name }) => wordsOfIngredient(name)))
  return [...new Set(words)]
    .filter((word) => !isDish(word) && !isAllergen(word))
    .sort((a, b) => b.length - a.length)
    .map((word) => ({
      need: part(word, ({ name }) => wordsOfIngredient(name).includes(word)),
      words: new RegExp(`\\b${word.replace(/[^\w ]/g, ".")}(?:e?s)?\\b`, "gi"),
    }))
}

/** @returns the words of allergens, diets and of the ingredients on this menu. */
export function needWordsOf(menu: Menu): NeedWords {
  const matchers = [
    ...DIETS.map(([word, words, breaks]) => ({
      need: { ...part(word, breaks), kind: "diet" as const },
      words,
    })),
    ...ingredientMatchers(menu),
    // "Meat" alone is said of many things; what is remembered says that it is looked for.
    ...GROUPS.map(([word, words, breaks]) => ({
      need: { ...part(word, breaks), name: `any ${word}` },
      words,
    })),
    ...ALLERGENS.map(([allergens, words, word]) => ({ need: needOfAllergens(allergens, word), words })),
  ]
  return { menu, matchers }
}

/** @returns what a text names of allergens, ingredients and diets, in its order; each stretch is read once. */
export function findNeeds(text: string, { menu, matchers }: NeedWords): Found<Need>[] {
  let rest = text
  const found: Found<Need>[] = []
  const take = (words: RegExp, needOf: (word: string) => Need) => {
    rest = rest.replace(words, (word: string, ...others: unknown[]) => {
      const start = others.find((each): each is number => typeof each === "number") ?? 0
      found.push({ value: needOf(word.toLowerCase()), start, end: start + word.length })
      return " ".repeat(word.length)
    })
  }
  take(FOREIGN, (word) => foreignNeed(word, menu))
  for (const { need, words } of matchers) take(words, () => need)
  return found.sort((one, other) => one.start - other.start)
}

/** A word of other kitchens may have come into a recipe of ours meanwhile. */
function foreignNeed(word: string, menu: Menu): Need {
  const stem = word.replace(/(?:es|s)$/, "")
  const breaks = ({ name }: Ingredient) => name.toLowerCase().includes(stem)
  const isOurs = menu.items.some((item) => item.ingredients.some(breaks))
  return { ...part(word, breaks), isForeign: !isOurs }
}
