import type { Metadata } from "next"
import { SeatsView } from "@/features/classroom/seats-view.tsx"

export const metadata: Metadata = { title: "Seats" }

export default function SeatsPage() {
  return <SeatsView />
}
