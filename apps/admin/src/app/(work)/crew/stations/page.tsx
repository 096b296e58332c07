import type { Metadata } from "next"
import { StationsView } from "@/features/crew/stations-view.tsx"

export const metadata: Metadata = { title: "Stations" }

export default function Page() {
  return <StationsView />
}
