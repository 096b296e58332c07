import type { Metadata } from "next"
import { ReconciliationView } from "@/features/payments/reconciliation-view.tsx"

export const metadata: Metadata = { title: "Reconciliation" }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <ReconciliationView id={(await params).id} />
}
