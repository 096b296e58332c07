import type { PriceUnit } from "@myhibachi/contract/catalog"
import type { LineClass } from "@myhibachi/contract/tax"

interface SamplePrice {
  sku: string
  name: string
  unit: PriceUnit
  amountCents: number
}

export const SAMPLE_PRICES: SamplePrice[] = [
  { sku: "adult", name: "Adult", unit: "per_guest", amountCents: 55_00 },
  { sku: "child", name: "Child", unit: "per_guest", amountCents: 30_00 },
  { sku: "little-one", name: "Little one", unit: "per_guest", amountCents: 0 },
  { sku: "minimum-food", name: "Minimum food spend", unit: "per_party", amountCents: 550_00 },
  { sku: "chicken", name: "Chicken", unit: "per_protein", amountCents: 0 },
  { sku: "ny-strip-steak", name: "NY strip steak", unit: "per_protein", amountCents: 0 },
  { sku: "shrimp", name: "Shrimp", unit: "per_protein", amountCents: 0 },
  { sku: "tofu", name: "Tofu", unit: "per_protein", amountCents: 0 },
  { sku: "vegetables", name: "Vegetables", unit: "per_protein", amountCents: 0 },
  { sku: "salmon", name: "Salmon", unit: "per_protein", amountCents: 5_00 },
  { sku: "scallops", name: "Scallops", unit: "per_protein", amountCents: 5_00 },
  { sku: "filet-mignon", name: "Filet mignon", unit: "per_protein", amountCents: 5_00 },
  { sku: "lobster-tail", name: "Lobster tail", unit: "per_protein", amountCents: 15_00 },
  { sku: "third-protein", name: "Third protein", unit: "per_order", amountCents: 10_00 },
  { sku: "gyoza", name: "Gyoza (12)", unit: "per_order", amountCents: 10_00 },
  { sku: "yakisoba-noodles", name: "Yakisoba noodles", unit: "per_order", amountCents: 5_00 },
  { sku: "extra-fried-rice", name: "Extra fried rice", unit: "per_order", amountCents: 5_00 },
  { sku: "extra-vegetables", name: "Extra vegetables", unit: "per_order", amountCents: 5_00 },
  { sku: "edamame", name: "Edamame", unit: "per_order", amountCents: 5_00 },
]

interface SampleRate {
  jurisdiction: string
  state: string
  city: string | null
  basisPoints: number
}

const RATES: SampleRate[] = [
  { jurisdiction: "California", state: "CA", city: null, basisPoints: 725 },
  { jurisdiction: "Fremont, California", state: "CA", city: "Fremont", basisPoints: 1025 },
  { jurisdiction: "Oakland, California", state: "CA", city: "Oakland", basisPoints: 1025 },
  { jurisdiction: "Berkeley, California", state: "CA", city: "Berkeley", basisPoints: 1025 },
  { jurisdiction: "San Jose, California", state: "CA", city: "San Jose", basisPoints: 938 },
  { jurisdiction: "San Francisco, California", state: "CA", city: "San Francisco", basisPoints: 863 },
  { jurisdiction: "Sacramento, California", state: "CA", city: "Sacramento", basisPoints: 875 },
  { jurisdiction: "Los Angeles, California", state: "CA", city: "Los Angeles", basisPoints: 975 },
  { jurisdiction: "Nevada", state: "NV", city: null, basisPoints: 685 },
  { jurisdiction: "Texas", state: "TX", city: null, basisPoints: 825 },
  { jurisdiction: "Oklahoma", state: "OK", city: null, basisPoints: 450 },
  { jurisdiction: "Florida", state: "FL", city: null, basisPoints: 600 },
  { jurisdiction: "Miami-Dade County, Florida", state: "FL", city: "Miami", basisPoints: 700 },
]

// Catering is taxed as a whole in these states: what is charged for coming is part of the taxable sale.
const TAXED: LineClass[] = ["food", "travel", "service_charge"]

export const SAMPLE_TAX_RATES = RATES.flatMap((rate) => TAXED.map((lineClass) => ({ ...rate, lineClass })))
