import type { Metadata } from "next"
import { ArticlesList } from "@/features/knowledge/articles-list.tsx"

export const metadata: Metadata = { title: "Knowledge" }

export default function KnowledgePage() {
  return <ArticlesList />
}
