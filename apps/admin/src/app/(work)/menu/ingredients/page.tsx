import type { Metadata } from "next"
import { IngredientsView } from "@/features/catalog/ingredients-view.tsx"

export const metadata: Metadata = { title: "Ingredients" }

export default function Page() {
  return <IngredientsView />
}
