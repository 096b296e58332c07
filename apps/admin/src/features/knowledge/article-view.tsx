"use client"

import { Article, ArticleVersion } from "@myhibachi/contract/knowledge"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Timeline } from "@myhibachi/ui/timeline"
import { useToast } from "@myhibachi/ui/toast"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { ActorText } from "@/features/identity/actor-text.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { readableName } from "@/text/readable.ts"
import { WhenText } from "@/time/when-text.tsx"
import { ArticleForm } from "./article-form.tsx"
import { articleState } from "./articles-list.tsx"

const Versions = z.object({ versions: z.array(ArticleVersion) })

/** One article as customers are told it, with its versions. */
export function ArticleView({ id }: { id: string }) {
  const article = useQuery({
    queryKey: ["article", id],
    queryFn: () => request(Article, `/v1/knowledge/articles/${id}`),
  })
  return <Loaded query={article}>{(data) => <ArticlePage article={data} />}</Loaded>
}

function ArticlePage({ article }: { article: Article }) {
  const mayWrite = useMay("knowledge:write")
  const [isEditing, setIsEditing] = useState(false)
  const tell = useToast()
  const client = useQueryClient()
  const saved = (next: Article) => {
    setIsEditing(false)
    client.setQueryData(["article", next.id], next)
    void client.invalidateQueries({ queryKey: ["article", next.id, "versions"] })
    tell({ title: `Version ${next.version} is saved`, state: "good" })
  }
  return (
    <>
      <PageHeader
        back={{ href: "/assistant/knowledge", title: "Knowledge" }}
        title={article.title}
        detail={
          <span className="flex flex-wrap items-center gap-3">
            <Badge state={articleState[article.status].state}>{articleState[article.status].title}</Badge>
            {readableName(article.category)} · version {article.version} ·{" "}
            <WhenText instant={article.updatedAt} /> by <ActorText actor={article.updatedBy} />
          </span>
        }
        actions={
          mayWrite && !isEditing ? (
            <Button variant="secondary" onClick={() => setIsEditing(true)}>
              Change
            </Button>
          ) : null
        }
      />
      {isEditing ? (
        <ArticleForm article={article} onSaved={saved} onCancel={() => setIsEditing(false)} />
      ) : (
        <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <p className="max-w-prose whitespace-pre-line">{article.resolvedBody}</p>
          <ArticleHistory id={article.id} />
        </div>
      )}
    </>
  )
}

function ArticleHistory({ id }: { id: string }) {
  const versions = useQuery({
    queryKey: ["article", id, "versions"],
    queryFn: () => request(Versions, `/v1/knowledge/articles/${id}/versions`),
  })
  return (
    <section>
      <h2 className="mb-4 text-lg font-semibold">Versions</h2>
      <Loaded query={versions}>
        {(data) => (
          <Timeline
            items={data.versions.map((version) => ({
              key: String(version.version),
              title: `Version ${version.version}`,
              at: (
                <>
                  <WhenText instant={version.createdAt} /> · <ActorText actor={version.createdBy} />
                </>
              ),
            }))}
          />
        )}
      </Loaded>
    </section>
  )
}
