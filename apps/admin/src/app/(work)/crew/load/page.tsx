import type { Metadata } from "next"
import { CrewLoadsView } from "@/features/crew/crew-loads-view.tsx"

export const metadata: Metadata = { title: "Fairness" }

export default function Page() {
  return <CrewLoadsView />
}
