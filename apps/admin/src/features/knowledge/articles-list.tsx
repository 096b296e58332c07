"use client"

import { type Article, ArticleStatus } from "@myhibachi/contract/knowledge"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { LinkButton } from "@myhibachi/ui/button"
import Link from "next/link"
import { ArticlePage } from "@/api/pages.ts"
import { ChoiceFilter, Filters, SearchFilter } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { readableName } from "@/text/readable.ts"
import { WhenText } from "@/time/when-text.tsx"

export const articleState: Record<ArticleStatus, { title: string; state: BadgeState }> = {
  published: { title: "Published", state: "good" },
  draft: { title: "Draft", state: "caution" },
  archived: { title: "Archived", state: "neutral" },
}

const columns: [Column<Article>, ...Column<Article>[]] = [
  { title: "Article", cell: (article) => article.title },
  { title: "Category", cell: (article) => readableName(article.category), isExtra: true },
  {
    title: "State",
    cell: ({ status }) => <Badge state={articleState[status].state}>{articleState[status].title}</Badge>,
  },
  { title: "Version", cell: (article) => article.version, isNumber: true },
  { title: "Changed", cell: (article) => <WhenText instant={article.updatedAt} />, isExtra: true },
]

/** What the assistant may cite in words. */
export function ArticlesList() {
  const address = useAddress()
  const mayWrite = useMay("knowledge:write")
  const pages = usePages(ArticlePage, "/v1/knowledge/articles", {
    search: address.get("search"),
    status: address.get("status"),
  })
  return (
    <>
      <PageHeader
        title="Knowledge"
        detail="What the assistant may cite"
        actions={
          mayWrite ? (
            <LinkButton asChild size="small">
              <Link href="/assistant/knowledge/new">New article</Link>
            </LinkButton>
          ) : null
        }
      />
      <Filters>
        <SearchFilter label="Words of an article" />
        <ChoiceFilter label="State" name="status" all="Any state" options={states} />
      </Filters>
      <ListTable
        label="Articles"
        pages={pages}
        columns={columns}
        keyOf={(article) => article.id}
        hrefOf={(article) => `/assistant/knowledge/${article.id}`}
        empty={{ title: "No article fits", detail: "Try other words, or another state." }}
      />
    </>
  )
}

const states = ArticleStatus.options.map((value) => ({ value, label: articleState[value].title }))
