import type { Metadata } from "next"
import { TraceView } from "@/features/assistant/trace-view.tsx"

export const metadata: Metadata = { title: "Trace" }

export default async function TracePage({ params }: { params: Promise<{ id: string }> }) {
  return <TraceView id={(await params).id} />
}
