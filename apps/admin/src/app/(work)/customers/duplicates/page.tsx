import type { Metadata } from "next"
import { DuplicatesView } from "@/features/customers/duplicates-view.tsx"

export const metadata: Metadata = { title: "Duplicates" }

export default function Page() {
  return <DuplicatesView />
}
