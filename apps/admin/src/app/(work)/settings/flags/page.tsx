import type { Metadata } from "next"
import { FlagsView } from "@/features/operations/flags-view.tsx"

export const metadata: Metadata = { title: "Flags" }

export default function Page() {
  return <FlagsView />
}
