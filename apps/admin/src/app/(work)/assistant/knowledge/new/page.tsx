import type { Metadata } from "next"
import { NewArticle } from "@/features/knowledge/new-article.tsx"

export const metadata: Metadata = { title: "New article" }

export default function NewArticlePage() {
  return <NewArticle />
}
