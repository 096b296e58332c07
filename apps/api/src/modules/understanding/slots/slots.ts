/** Keys of what can be ordered, as on the menu and in the price book. */
export const ITEMS = [
  "chicken",
  "ny_strip_steak",
  "shrimp",
  "tofu",
  "vegetables",
  "salmon",
  "scallops",
  "filet_mignon",
  "lobster_tail",
  "third_protein",
  "gyoza",
  "yakisoba_noodles",
  "extra_fried_rice",
  "extra_vegetables",
  "edamame",
  "fried_rice",
  "salad",
  "yum_yum_sauce",
  "ginger_sauce",
  "sauces",
  "sake",
] as const
export type Item = (typeof ITEMS)[number]

export const UPGRADES: readonly Item[] = ["salmon", "scallops", "filet_mignon", "lobster_tail"]
export const BASE_PROTEINS: readonly Item[] = ["chicken", "ny_strip_steak", "shrimp", "tofu", "vegetables"]
export const ADD_ONS: readonly Item[] = [
  "third_protein",
  "gyoza",
  "yakisoba_noodles",
  "extra_fried_rice",
  "extra_vegetables",
  "edamame",
]

export const ALLERGENS = [
  "gluten",
  "soy",
  "egg",
  "fish",
  "shellfish",
  "sesame",
  "dairy",
  "tree_nuts",
  "peanuts",
  "mustard",
  "alcohol",
] as const
export type Allergen = (typeof ALLERGENS)[number]

export const DIETS = [
  "vegan",
  "vegetarian",
  "pescatarian",
  "halal",
  "kosher",
  "gluten_free",
  "dairy_free",
  "keto",
  "no_pork",
  "no_beef",
  "pregnant",
] as const
export type Diet = (typeof DIETS)[number]

export interface GuestsSlot {
  /** 13 and older; all guests when the customer gave only a total. */
  adults: number
  /** 6 to 12; children without a stated age are counted here. */
  children: number
  /** 5 and younger. */
  littleOnes: number
  total: number
  /** Ages as stated, ascending. */
  ages: number[]
  /** There are children whose age was not said. */
  areAgesUnknown: boolean
  /** Only a total was said, so children may hide in it. */
  isTotalOnly: boolean
  isApproximate: boolean
  /** Lower end of a range such as "20 to 25 people"; `total` is the upper end. */
  atLeast?: number
  /** They are some of the guests who were counted before: "6 of the 16 are kids". */
  isPart?: boolean
  /** Numbers in the list of guests whose noun nobody knows: "3 bookworms". */
  unread?: string[]
  /** A total that the bands named beside it do not add up to. */
  named?: number
}

/** Guests who come on top (positive) or stay away (negative). */
export interface GuestsDelta {
  adults: number
  children: number
  littleOnes: number
}

/** A change of the head count: "3 more", "from 18 to 22". */
export interface GuestsChange {
  by?: number
  from?: number
  to?: number
  /** The same by age band. */
  delta?: GuestsDelta
  /** The party before guests of the same message stay away. */
  before?: GuestsDelta
  /** Ages of children who were counted before: "one of the kids is actually 4". */
  aged?: number[]
}

export interface DateSlot {
  /** ISO date, the first possible day. */
  date: string
  /** ISO date, the last possible day; equal to `date` when a single day was named. */
  until: string
  precision: "day" | "weekend" | "week" | "month"
  phrase: string
  /** "Next Friday" may mean this other day. */
  alternative?: string
  isPast: boolean
}

export interface TimeSlot {
  /** Local time, HH:MM. */
  time: string
  until?: string
  isApproximate: boolean
  bound?: "before" | "after"
  phrase: string
}

export interface PlaceSlot {
  text: string
  street?: string
  city?: string
  state?: string
  zip?: string
  /** A country other than ours, by its English name. */
  country?: string
}

/** A part of the guests: half of the adults, all but two. */
export interface Share {
  of: "everyone" | "adults" | "children"
  /** 0 to 1. */
  part: number
  /** Guests taken off the part. */
  less: number
}

/** How many guests or orders; "all" for "everyone"; null when no number was said, or a share of the guests. */
export interface ItemCount {
  count: number | "all" | null
  share?: Share
}

export interface ItemSlot extends ItemCount {
  item: Item
  action: "want" | "add" | "remove" | "mention"
}

export interface DietSlot {
  diet: Diet
  count: number | null
}

export interface AllergySlot {
  allergen: Allergen
  count: number | null
  isSevere: boolean
}

/** Who the message is about: the writer, or the relation that was named ("sister", "neighbor"). */
export interface PersonSlot {
  who: string
  /** The matter (a booking, a payment) belongs to somebody else. */
  isOtherPersonsMatter: boolean
}

export interface Polarity {
  isNegated: boolean
  /** Words that turn an answer round, in fixed spelling: add, remove, before, after, more, less, with, without, indoors, outdoors … */
  directions: string[]
}

export interface Slots {
  guests?: GuestsSlot
  guestsChange?: GuestsChange
  date?: DateSlot
  /** All dates named, in order; `date` is the one that counts. */
  dates: DateSlot[]
  /** "Same Saturday", "that day": the date of before is meant. */
  isSameDate: boolean
  time?: TimeSlot
  isSameTime: boolean
  place?: PlaceSlot
  isSamePlace: boolean
  distanceMiles?: number
  /** Amounts in cents, US dollars. */
  amountsCents: number[]
  percentages: number[]
  /** Durations before the start, as said: "7 days" → {count: 7, unit: "day"}. */
  durations: { count: number; unit: "hour" | "day" | "week" | "month" | "minute" }[]
  /** Among how many the bill is shared: "split 4 ways". */
  splitWays?: number
  items: ItemSlot[]
  thirdProteins: (ItemCount & { item?: Item })[]
  diets: DietSlot[]
  /** Allergens a guest declares. */
  allergies: AllergySlot[]
  /** Allergens named at all, also in a question such as "is there egg in the rice?". */
  allergensNamed: Allergen[]
  occasion?: string
  bookingReference?: string
  email?: string
  phone?: string
  name?: string
  person: PersonSlot
  polarity: Polarity
}

/** Slots of an empty message. */
export function noSlots(): Slots {
  return {
    dates: [],
    isSameDate: false,
    isSameTime: false,
    isSamePlace: false,
    amountsCents: [],
    percentages: [],
    durations: [],
    items: [],
    thirdProteins: [],
    diets: [],
    allergies: [],
    allergensNamed: [],
    person: { who: "self", isOtherPersonsMatter: false },
    polarity: { isNegated: false, directions: [] },
  }
}
