import type { Metadata } from "next"
import { FilesView } from "@/features/exchange/files-view.tsx"

export const metadata: Metadata = { title: "Imports and exports" }

export default function FilesPage() {
  return <FilesView />
}
