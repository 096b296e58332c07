import type { Metadata } from "next"
import { SimilarityView } from "@/features/classroom/similarity-view.tsx"

export const metadata: Metadata = { title: "Similarity" }

export default function SimilarityPage() {
  return <SimilarityView />
}
