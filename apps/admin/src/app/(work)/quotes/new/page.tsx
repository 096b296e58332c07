import type { Metadata } from "next"
import { NewQuote } from "@/features/quotes/new-quote.tsx"

export const metadata: Metadata = { title: "New quote" }

export default function NewQuotePage() {
  return <NewQuote />
}
