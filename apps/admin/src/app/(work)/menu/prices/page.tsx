import type { Metadata } from "next"
import { PriceBooksView } from "@/features/catalog/price-books-view.tsx"

export const metadata: Metadata = { title: "Price books" }

export default function Page() {
  return <PriceBooksView />
}
