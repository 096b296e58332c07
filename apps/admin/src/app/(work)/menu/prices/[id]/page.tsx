import type { Metadata } from "next"
import { PriceBookView } from "@/features/catalog/price-book-view.tsx"

export const metadata: Metadata = { title: "Price book" }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <PriceBookView id={(await params).id} />
}
