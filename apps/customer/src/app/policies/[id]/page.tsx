import { PolicyText } from "@myhibachi/contract/catalog"
import type { Metadata } from "next"
import { cache } from "react"
import { Temporal } from "temporal-polyfill"
import { read } from "@/api/read.ts"
import { BackLink } from "@/site/back-link.tsx"
import type { PageProps } from "@/site/page-props.ts"
import { Paragraphs } from "@/site/paragraphs.tsx"

const readPolicy = cache((id: string) => read(PolicyText, `/v1/public/policies/${encodeURIComponent(id)}`))

export async function generateMetadata({ params }: PageProps<{ id: string }>): Promise<Metadata> {
  return { title: (await readPolicy((await params).id)).title }
}

export default async function PolicyPage({ params }: PageProps<{ id: string }>) {
  const policy = await readPolicy((await params).id)
  const since = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(policy.effectiveFrom),
  )
  const isAhead = Temporal.Instant.compare(policy.effectiveFrom, Temporal.Now.instant()) > 0
  return (
    <article className="mx-auto max-w-2xl">
      <BackLink href="/help">All of the help</BackLink>
      <h1 className="mt-4 text-3xl font-semibold">{policy.title}</h1>
      <p className="mt-1 text-sm text-ink-soft">
        Version {policy.version}, {isAhead ? "in force from" : "in force since"} {since} (UTC). This text
        never changes; a new rule is a new version.
      </p>
      <div className="mt-4 text-lg">
        <Paragraphs text={policy.text} />
      </div>
    </article>
  )
}
