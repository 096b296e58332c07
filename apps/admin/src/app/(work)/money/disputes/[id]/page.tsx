import type { Metadata } from "next"
import { DisputeView } from "@/features/payments/dispute-view.tsx"

export const metadata: Metadata = { title: "Dispute" }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <DisputeView id={(await params).id} />
}
