import type { Metadata } from "next"
import { QuotesList } from "@/features/quotes/quotes-list.tsx"

export const metadata: Metadata = { title: "Quotes" }

export default function QuotesPage() {
  return <QuotesList />
}
