import type { Menu, MenuItem } from "@myhibachi/contract/catalog"
import type { Need, NeedWords } from "./needs.ts"

/**
 * What is wanted of the dishes: which of them hold it, which are free of it, what they are made of, whether the
 * chef can leave it out, how they are cooked, whether they come with the meal, whether we serve them at all.
 */
export type Wanted = "holders" | "free" | "parts" | "without" | "preparation" | "included" | "served"

/** One question about what is in the food. */
export interface FoodQuestion {
  clause: string
  /** The dishes that are meant; none when the whole menu is. */
  items: MenuItem[]
  /** "Which sauces …?": out of these, some are looked for. */
  isChoice: boolean
  /** "Besides the gyoza": known already. */
  except: MenuItem[]
  needs: Need[]
  /** What was asked for and is not on the menu. */
  foreign: string[]
  wanted: Wanted
  /** Prices are asked for beside. */
  isPriced: boolean
}

/** What the talk about food was about last, so that "and the noodles?" can go on with it. */
export interface FoodFocus {
  skus: string[]
  /** Those of them that the answer picked out: "which of those cost extra?". */
  picked?: string[]
  /** Words that name the needs; they are found again by the menu of the day. */
  needs: string[]
  /** What a guest does not eat, as declared. */
  avoided: string[]
  wanted: Wanted
}

export interface FoodReading {
  questions: FoodQuestion[]
  /** What is declared not to be eaten, in this message. */
  avoided: Need[]
  focus: FoodFocus | null
}

/** What one clause names, and what it asks. */
export interface ClauseReading {
  clause: string
  needs: Need[]
  avoided: Need[]
  items: MenuItem[]
  question: FoodQuestion | null
}

/** A clause with what was found in it. */
export interface Clause {
  clause: string
  menu: Menu
  needs: Need[]
  items: MenuItem[]
  except: MenuItem[]
  isChoice: boolean
  doesAvoid: boolean
  isPriced: boolean
  foreign: string[]
  words: NeedWords
  focus: FoodFocus | null
}
