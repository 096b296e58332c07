import type { Metadata } from "next"
import { MoneyReportsView } from "@/features/reports/money/money-reports-view.tsx"

export const metadata: Metadata = { title: "Money reports" }

export default function Page() {
  return <MoneyReportsView />
}
