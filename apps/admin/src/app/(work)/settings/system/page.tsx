import type { Metadata } from "next"
import { SystemView } from "@/features/operations/system-view.tsx"

export const metadata: Metadata = { title: "System" }

export default function Page() {
  return <SystemView />
}
