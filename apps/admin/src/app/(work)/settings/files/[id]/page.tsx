import type { Metadata } from "next"
import { ImportView } from "@/features/exchange/import-view.tsx"

export const metadata: Metadata = { title: "Import" }

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  return <ImportView id={(await params).id} />
}
