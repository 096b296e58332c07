import type { Metadata } from "next"
import { TrialBalanceView } from "@/features/payments/trial-balance-view.tsx"

export const metadata: Metadata = { title: "Trial balance" }

export default function Page() {
  return <TrialBalanceView />
}
