import type { Metadata } from "next"
import { LeadView } from "@/features/leads/lead-view.tsx"

export const metadata: Metadata = { title: "Lead" }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <LeadView id={(await params).id} />
}
