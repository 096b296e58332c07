import type { Metadata } from "next"
import { CrewView } from "@/features/crew/crew-view.tsx"

export const metadata: Metadata = { title: "Crew" }

export default function Page() {
  return <CrewView />
}
