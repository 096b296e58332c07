import type { Metadata } from "next"
import { DrivesView } from "@/features/crew/drives-view.tsx"

export const metadata: Metadata = { title: "Drives" }

export default function Page() {
  return <DrivesView />
}
