import { HelpArticle } from "@myhibachi/contract/knowledge"
import type { Metadata } from "next"
import { cache } from "react"
import { read } from "@/api/read.ts"
import { BackLink } from "@/site/back-link.tsx"
import type { PageProps } from "@/site/page-props.ts"
import { Paragraphs } from "@/site/paragraphs.tsx"

const readArticle = cache((slug: string) => read(HelpArticle, `/v1/public/help/${encodeURIComponent(slug)}`))

export async function generateMetadata({ params }: PageProps<{ slug: string }>): Promise<Metadata> {
  return { title: (await readArticle((await params).slug)).title }
}

export default async function ArticlePage({ params }: PageProps<{ slug: string }>) {
  const article = await readArticle((await params).slug)
  return (
    <article className="mx-auto max-w-2xl">
      <BackLink href="/help">All of the help</BackLink>
      <h1 className="mt-4 text-3xl font-semibold">{article.title}</h1>
      <p className="mt-1 text-sm text-ink-soft">Version {article.version}</p>
      <div className="mt-4 text-lg">
        <Paragraphs text={article.body} />
      </div>
    </article>
  )
}
