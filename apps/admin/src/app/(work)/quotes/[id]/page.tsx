import type { Metadata } from "next"
import { QuoteView } from "@/features/quotes/quote-view.tsx"

export const metadata: Metadata = { title: "Quote" }

export default async function QuotePage({ params }: { params: Promise<{ id: string }> }) {
  return <QuoteView id={(await params).id} />
}
