import type { Metadata } from "next"
import { ArticleView } from "@/features/knowledge/article-view.tsx"

export const metadata: Metadata = { title: "Article" }

export default async function ArticlePage({ params }: { params: Promise<{ id: string }> }) {
  return <ArticleView id={(await params).id} />
}
