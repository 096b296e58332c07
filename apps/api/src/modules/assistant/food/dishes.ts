import type { Menu, MenuItem } from "@myhibachi/contract/catalog"
import { findMentions, ITEMS } from "#modules/understanding/index.ts"
import { skuOf } from "../turn/party-request.ts"
import type { Found } from "./needs.ts"

/** Dishes that one word of a message means: a dish itself, or all of a kind. */
export interface DishWord {
  items: MenuItem[]
  /** "Sauces", "add-ons": the word means all of them. */
  isKind: boolean
  /** How the kind is called in an answer. */
  word: string
}

const KINDS: [string, RegExp, (item: MenuItem) => boolean][] = [
  [
    "premium proteins",
    /\b(?:premium|pricier|upgraded?|upgrades?) ?(?:proteins?|meats?|options?|ones)?\b/gi,
    is("premium_protein"),
  ],
  [
    "proteins",
    /\b(?:proteins?|mains?|entrees?|meats?(?= (?:choices|options))|meat (?:choices|options))\b/gi,
    is("protein", "premium_protein"),
  ],
  ["add-ons", /\b(?:add[- ]?ons?|extras|appetizers?|starters?)\b/gi, is("add_on")],
  [
    "sides",
    /\b(?:sides?|side dishes|(?:standard|regular|normal|every) plate|that come with|comes with (?:it|every\w*))\b/gi,
    is("side", "sauce"),
  ],
  ["dressing", /\bdressings?\b/gi, (item) => item.sku === "salad"],
  ["drinks", /\bdrinks?\b/gi, is("drink")],
]

function is(...kinds: MenuItem["kind"][]): (item: MenuItem) => boolean {
  return (item) => kinds.includes(item.kind)
}

/** Vegetables are a protein and a side; who asks what is in them asks of both. */
const ALSO: Record<string, string[]> = { vegetables: ["side-vegetables"] }

/** @returns the dishes that a text names, in its order. */
export function findDishes(text: string, menu: Menu): Found<DishWord>[] {
  const mentions = findMentions(text).map(({ item, start, end }) => ({
    value: dishOf(skuOf(item), menu),
    start,
    end,
  }))
  const all = [...mentions, ...addedDishes(text, menu)].filter(({ value }) => value.items.length > 0)
  const dishes = all.filter(({ value }) => !value.isKind)
  return [...dishes, ...kindsBeside(text, menu, all)].sort((one, other) => one.start - other.start)
}

/** "As extras we take gyoza" names the gyoza, not all the extras. */
function kindsBeside(text: string, menu: Menu, named: readonly Found<DishWord>[]): Found<DishWord>[] {
  const isNamed = ({ value }: Found<DishWord>) =>
    named.some((each) => !each.value.isKind && value.items.includes(each.value.items[0] as MenuItem))
  const kinds: Found<DishWord>[] = named.filter(({ value }) => value.isKind)
  for (const [word, words, belongs] of KINDS)
    for (const match of text.matchAll(words)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if ([...named, ...kinds].every((each) => end <= each.start || start >= each.end))
        kinds.push({ value: { items: menu.items.filter(belongs), isKind: true, word }, start, end })
    }
  return kinds.filter((kind) => kind.value.word === "dressing" || !isNamed(kind))
}

function dishOf(sku: string, menu: Menu): DishWord {
  if (sku === "sauces")
    return { items: menu.items.filter(({ kind }) => kind === "sauce"), isKind: true, word: "sauces" }
  const skus = [sku, ...(ALSO[sku] ?? [])]
  return { items: menu.items.filter((item) => skus.includes(item.sku)), isKind: false, word: sku }
}

const SHIPPED = new Set(ITEMS.map(skuOf))

/** Dishes that staff put on the menu are known by their names. */
function addedDishes(text: string, menu: Menu): Found<DishWord>[] {
  return menu.items
    .filter(({ sku }) => !SHIPPED.has(sku))
    .flatMap((item) => {
      const name = item.name.toLowerCase().replace(/ ?\(.*\)/, "")
      const start = text.toLowerCase().indexOf(name)
      return start < 0 || name.length < 3
        ? []
        : [{ value: { items: [item], isKind: false, word: name }, start, end: start + name.length }]
    })
}
