import type { RecipeUnit } from "@myhibachi/contract/catalog"

/** Units of the ingredients that are not weighed in grams. */
export const SAMPLE_UNITS: Readonly<Record<string, RecipeUnit>> = {
  "lobster-tail": "piece",
  egg: "piece",
  "soy-sauce": "ml",
  "sesame-oil": "ml",
  "wheat-wrapper": "piece",
  sake: "ml",
}

/** What one portion (or one order) of a dish takes, in tenths of the ingredient's unit. */
export const SAMPLE_AMOUNTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  chicken: { chicken: 1400, butter: 80 },
  "ny-strip-steak": { "strip-steak": 1400, butter: 80 },
  shrimp: { shrimp: 1100, butter: 80 },
  tofu: { tofu: 1300, butter: 80 },
  vegetables: { "mixed-vegetables": 2000, butter: 80 },
  salmon: { salmon: 1300, butter: 80 },
  scallops: { scallops: 1100, butter: 80 },
  "filet-mignon": { "filet-mignon": 1400, butter: 80 },
  "lobster-tail": { "lobster-tail": 10, butter: 120 },
  gyoza: { "wheat-wrapper": 120, pork: 1800, "soy-sauce": 150, "sesame-oil": 50 },
  "yakisoba-noodles": { "wheat-noodles": 3000, "soy-sauce": 400 },
  "extra-fried-rice": { rice: 2000, egg: 20, "soy-sauce": 300, "sesame-oil": 100 },
  "extra-vegetables": { "mixed-vegetables": 4000 },
  edamame: { edamame: 3000 },
  salad: { "salad-greens": 700, "soy-sauce": 80, "sesame-oil": 30 },
  "fried-rice": { rice: 750, egg: 5, "soy-sauce": 100, "sesame-oil": 40 },
  "side-vegetables": { "mixed-vegetables": 1200 },
  "yum-yum-sauce": { "egg-mayonnaise": 350, mustard: 20 },
  "ginger-sauce": { ginger: 150, "soy-sauce": 250 },
  sake: { sake: 600 },
}
