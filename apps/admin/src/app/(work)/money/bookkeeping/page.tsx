import type { Metadata } from "next"
import { BookkeepingView } from "@/features/reports/bookkeeping/bookkeeping-view.tsx"

export const metadata: Metadata = { title: "Bookkeeping" }

export default function Page() {
  return <BookkeepingView />
}
