import { PolicyList } from "@myhibachi/contract/catalog"
import { HelpArticle } from "@myhibachi/contract/knowledge"
import type { Metadata } from "next"
import Link from "next/link"
import { z } from "zod"
import { read, readOptional } from "@/api/read.ts"
import { CallSection } from "@/call/call-section.tsx"
import { PageHeading } from "@/site/page-heading.tsx"

export const metadata: Metadata = {
  title: "Help and policies",
  description: "Deposits, cancelling, moving, weather, tips, what you provide: our rules in plain words.",
}

const HelpArticles = z.object({ articles: z.array(HelpArticle) })

export default async function HelpPage() {
  const [policies, help] = await Promise.all([
    read(PolicyList, "/v1/public/policies"),
    readOptional(HelpArticles, "/v1/public/help"),
  ])
  const articles = help?.articles ?? []
  const categories = [...new Set(articles.map((article) => article.category))]
  return (
    <>
      <PageHeading title="Help">
        Answers in plain words. Not here? Ask in the chat; a person is one tap away.
      </PageHeading>
      <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">
        {categories.map((category) => (
          <LinkSection
            key={category}
            title={category}
            links={articles
              .filter((article) => article.category === category)
              .map((article) => ({ href: `/help/${article.slug}`, title: article.title }))}
          />
        ))}
        <LinkSection
          title="Policies in force"
          links={policies.items.map((policy) => ({
            href: `/policies/${policy.id}`,
            title: policy.title,
            detail: `version ${policy.version}`,
          }))}
        />
      </div>
      <div className="mt-16">
        <CallSection />
      </div>
    </>
  )
}

function LinkSection({
  title,
  links,
}: {
  title: string
  links: Array<{ href: string; title: string; detail?: string }>
}) {
  return (
    <section aria-label={title}>
      <h2 className="border-b-2 border-ink pb-2 text-xl font-semibold">{title}</h2>
      <ul className="divide-y divide-line">
        {links.map((link) => (
          <li key={link.href}>
            <Link
              href={link.href}
              className="flex items-baseline justify-between gap-4 py-3 hover:text-ember"
            >
              <span className="font-medium">{link.title}</span>
              {link.detail ? (
                <span className="text-sm whitespace-nowrap text-ink-soft">{link.detail}</span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
