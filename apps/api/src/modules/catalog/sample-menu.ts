import type { Allergen, IngredientOrigin, MenuItemKind } from "@myhibachi/contract/catalog"

interface SampleIngredient {
  id: string
  name: string
  origin: IngredientOrigin
  allergens: Allergen[]
  isRemovable?: boolean
}

export const SAMPLE_INGREDIENTS: SampleIngredient[] = [
  { id: "chicken", name: "chicken", origin: "meat", allergens: [] },
  { id: "strip-steak", name: "New York strip steak", origin: "meat", allergens: [] },
  { id: "filet-mignon", name: "filet mignon", origin: "meat", allergens: [] },
  { id: "pork", name: "pork", origin: "meat", allergens: [] },
  { id: "shrimp", name: "shrimp", origin: "fish", allergens: ["shellfish"] },
  { id: "scallops", name: "scallops", origin: "fish", allergens: ["shellfish"] },
  { id: "lobster-tail", name: "lobster tail", origin: "fish", allergens: ["shellfish"] },
  { id: "salmon", name: "salmon", origin: "fish", allergens: ["fish"] },
  { id: "tofu", name: "tofu", origin: "plant", allergens: ["soy"] },
  {
    id: "mixed-vegetables",
    name: "zucchini, onion, carrot, mushroom and broccoli",
    origin: "plant",
    allergens: [],
  },
  { id: "butter", name: "butter", origin: "animal_product", allergens: ["dairy"], isRemovable: true },
  { id: "rice", name: "rice", origin: "plant", allergens: [] },
  { id: "egg", name: "egg", origin: "animal_product", allergens: ["egg"] },
  { id: "soy-sauce", name: "soy sauce (soy, wheat)", origin: "plant", allergens: ["soy", "gluten"] },
  { id: "sesame-oil", name: "sesame oil", origin: "plant", allergens: ["sesame"] },
  {
    id: "wheat-noodles",
    name: "wheat and egg noodles",
    origin: "animal_product",
    allergens: ["gluten", "egg"],
  },
  { id: "wheat-wrapper", name: "wheat dumpling wrapper", origin: "plant", allergens: ["gluten"] },
  { id: "egg-mayonnaise", name: "egg mayonnaise", origin: "animal_product", allergens: ["egg"] },
  { id: "mustard", name: "mustard", origin: "plant", allergens: ["mustard"] },
  { id: "ginger", name: "ginger and onion", origin: "plant", allergens: [] },
  { id: "salad-greens", name: "lettuce, carrot and cucumber", origin: "plant", allergens: [] },
  { id: "edamame", name: "edamame (young soybeans)", origin: "plant", allergens: ["soy"] },
  { id: "sake", name: "sake", origin: "plant", allergens: ["alcohol"] },
]

interface SampleItem {
  sku: string
  name: string
  kind: MenuItemKind
  description: string
  ingredients: string[]
}

export const SAMPLE_ITEMS: SampleItem[] = [
  {
    sku: "chicken",
    name: "Chicken",
    kind: "protein",
    description: "Grilled in front of you.",
    ingredients: ["chicken", "butter"],
  },
  {
    sku: "ny-strip-steak",
    name: "NY strip steak",
    kind: "protein",
    description: "Cooked the way you like it.",
    ingredients: ["strip-steak", "butter"],
  },
  {
    sku: "shrimp",
    name: "Shrimp",
    kind: "protein",
    description: "Seared on the hot grill.",
    ingredients: ["shrimp", "butter"],
  },
  {
    sku: "tofu",
    name: "Tofu",
    kind: "protein",
    description: "Crisp outside, soft inside.",
    ingredients: ["tofu", "butter"],
  },
  {
    sku: "vegetables",
    name: "Vegetables",
    kind: "protein",
    description: "A plate of grilled vegetables instead of meat or fish.",
    ingredients: ["mixed-vegetables", "butter"],
  },
  {
    sku: "salmon",
    name: "Salmon",
    kind: "premium_protein",
    description: "An upgrade for one of the two proteins.",
    ingredients: ["salmon", "butter"],
  },
  {
    sku: "scallops",
    name: "Scallops",
    kind: "premium_protein",
    description: "An upgrade for one of the two proteins.",
    ingredients: ["scallops", "butter"],
  },
  {
    sku: "filet-mignon",
    name: "Filet mignon",
    kind: "premium_protein",
    description: "An upgrade for one of the two proteins.",
    ingredients: ["filet-mignon", "butter"],
  },
  {
    sku: "lobster-tail",
    name: "Lobster tail",
    kind: "premium_protein",
    description: "An upgrade for one of the two proteins.",
    ingredients: ["lobster-tail", "butter"],
  },
  {
    sku: "gyoza",
    name: "Gyoza (12)",
    kind: "add_on",
    description: "Twelve pork dumplings.",
    ingredients: ["wheat-wrapper", "pork", "soy-sauce", "sesame-oil"],
  },
  {
    sku: "yakisoba-noodles",
    name: "Yakisoba noodles",
    kind: "add_on",
    description: "One order of noodles from the grill.",
    ingredients: ["wheat-noodles", "soy-sauce"],
  },
  {
    sku: "extra-fried-rice",
    name: "Extra fried rice",
    kind: "add_on",
    description: "One more order of fried rice.",
    ingredients: ["rice", "egg", "soy-sauce", "sesame-oil"],
  },
  {
    sku: "extra-vegetables",
    name: "Extra vegetables",
    kind: "add_on",
    description: "One more order of vegetables.",
    ingredients: ["mixed-vegetables"],
  },
  {
    sku: "edamame",
    name: "Edamame",
    kind: "add_on",
    description: "One order, steamed.",
    ingredients: ["edamame"],
  },
  {
    sku: "salad",
    name: "Salad",
    kind: "side",
    description: "For every guest, with the house dressing.",
    ingredients: ["salad-greens", "soy-sauce", "sesame-oil"],
  },
  {
    sku: "fried-rice",
    name: "Fried rice",
    kind: "side",
    description: "For every guest.",
    ingredients: ["rice", "egg", "soy-sauce", "sesame-oil"],
  },
  {
    sku: "side-vegetables",
    name: "Side of vegetables",
    kind: "side",
    description: "For every guest.",
    ingredients: ["mixed-vegetables"],
  },
  {
    sku: "yum-yum-sauce",
    name: "Yum-yum sauce",
    kind: "sauce",
    description: "The creamy house sauce.",
    ingredients: ["egg-mayonnaise", "mustard"],
  },
  {
    sku: "ginger-sauce",
    name: "Ginger sauce",
    kind: "sauce",
    description: "The light house sauce.",
    ingredients: ["ginger", "soy-sauce"],
  },
  {
    sku: "sake",
    name: "Sake",
    kind: "drink",
    description: "For guests of 21 and older.",
    ingredients: ["sake"],
  },
]
