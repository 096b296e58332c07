import type { Metadata } from "next"
import { ClosuresView } from "@/features/crew/closures-view.tsx"

export const metadata: Metadata = { title: "Closures" }

export default function ClosuresPage() {
  return <ClosuresView />
}
