import type { Fact } from "@myhibachi/contract/assistant"
import type { Citation } from "@myhibachi/contract/knowledge"
import type { Passage } from "#modules/knowledge/index.ts"

/** The rules that a tool's figures follow from, where they stand under other topics than the fact. */
const RULES_BEHIND: Record<string, string[]> = {
  "price.total": ["price.per_adult", "price.upgrades", "price.minimum"],
}

/** @returns the articles that the facts quote, or whose rules their figures follow from; each once. */
export function citeFacts(facts: readonly Fact[], passages: readonly Passage[]): Citation[] {
  const bySlug = new Map<string, Citation>()
  for (const { topic, source } of facts) {
    const cited = source.citation ? [source.citation] : articlesBehind(topic, passages)
    for (const citation of cited) bySlug.set(citation.slug, citation)
  }
  return [...bySlug.values()]
}

function articlesBehind(topic: string, passages: readonly Passage[]): Citation[] {
  const topics = RULES_BEHIND[topic] ?? [topic]
  return passages
    .filter((passage) => passage.topics.some((each) => topics.includes(each)))
    .map((passage) => passage.citation)
}
