"use client"

import { useRouter } from "next/navigation"
import { PageHeader } from "@/shell/page-header.tsx"
import { ArticleForm } from "./article-form.tsx"

/** A new article; it starts as a draft, which is neither found nor cited. */
export function NewArticle() {
  const router = useRouter()
  return (
    <>
      <PageHeader title="New article" back={{ href: "/assistant/knowledge", title: "Knowledge" }} />
      <ArticleForm
        article={null}
        onSaved={(article) => router.replace(`/assistant/knowledge/${article.id}`)}
        onCancel={() => router.push("/assistant/knowledge")}
      />
    </>
  )
}
