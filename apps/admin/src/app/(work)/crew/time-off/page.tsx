import type { Metadata } from "next"
import { TimeOffView } from "@/features/crew/time-off-view.tsx"

export const metadata: Metadata = { title: "Time off" }

export default function TimeOffPage() {
  return <TimeOffView />
}
