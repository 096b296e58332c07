import type { Metadata } from "next"
import { LeadsView } from "@/features/leads/leads-view.tsx"

export const metadata: Metadata = { title: "Leads" }

export default function Page() {
  return <LeadsView />
}
