import type { Metadata } from "next"
import { ReconciliationsList } from "@/features/payments/reconciliations-list.tsx"

export const metadata: Metadata = { title: "Reconciliation" }

export default function Page() {
  return <ReconciliationsList />
}
