import type { Metadata } from "next"
import { AgentsView } from "@/features/assistant/agents-view.tsx"

export const metadata: Metadata = { title: "Agents" }

export default function AgentsPage() {
  return <AgentsView />
}
