import type { Metadata } from "next"
import { TaxRatesView } from "@/features/catalog/tax-rates-view.tsx"

export const metadata: Metadata = { title: "Tax rates" }

export default function Page() {
  return <TaxRatesView />
}
