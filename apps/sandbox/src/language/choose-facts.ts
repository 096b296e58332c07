import type { Fact, Prompt } from "./prompt.ts"
import type { Style } from "./request.ts"
import { contentWords } from "./words.ts"

type Choice = { facts: Fact[]; unanswered: string[] }

const mostFacts: Record<Style, number> = { orderly: 6, warm: 5, brief: 3, plain: 4 }

/** The facts that bear on what was asked, in the order of the asks, and the asks without one. */
export function chooseFacts(prompt: Pick<Prompt, "facts" | "asks" | "message">, style: Style): Choice {
  if (prompt.asks.length === 0)
    return { facts: factsNear(prompt.message, prompt.facts, mostFacts[style]), unanswered: [] }
  const chosen = new Set<Fact>()
  const unanswered: string[] = []
  for (const ask of prompt.asks) {
    const found = factsFor(ask, prompt.facts)
    if (found.length === 0) unanswered.push(ask)
    for (const fact of found) chosen.add(fact)
  }
  return { facts: withoutRepeats([...chosen]), unanswered }
}

/** The facts on one topic: by name, else by a name above or below it, else those with all its words. */
export function factsFor(ask: string, facts: Fact[]): Fact[] {
  const wanted = ask.toLowerCase().replace(/:.*$/, "").trim()
  const exact = facts.filter((fact) => fact.topic.toLowerCase() === wanted)
  if (exact.length > 0) return exact
  const related = facts.filter((fact) => {
    const topic = fact.topic.toLowerCase()
    return topic.startsWith(`${wanted}.`) || wanted.startsWith(`${topic}.`)
  })
  if (related.length > 0) return related
  const words = [...contentWords(wanted)]
  if (words.length === 0) return []
  return facts.filter((fact) => {
    const all = contentWords(`${fact.topic} ${fact.text}`)
    return words.every((word) => all.has(word))
  })
}

/** The facts that share the rarest words with the text, best first. */
function factsNear(text: string, facts: Fact[], most: number): Fact[] {
  const words = contentWords(text)
  const bags = facts.map((fact) => contentWords(`${fact.topic} ${fact.text}`))
  const weight = (word: string) => {
    const holders = bags.filter((bag) => bag.has(word)).length
    return holders === 0 ? 0 : Math.log(1 + facts.length / holders)
  }
  const scored = facts.map((fact, index) => ({
    fact,
    score: [...words].filter((word) => bags[index]?.has(word)).reduce((sum, word) => sum + weight(word), 0),
  }))
  const best = Math.max(0, ...scored.map((entry) => entry.score))
  const near = scored
    .filter((entry) => entry.score > 0 && entry.score >= best * 0.4)
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
  return withoutRepeats(near.map((entry) => entry.fact))
}

function withoutRepeats(facts: Fact[]): Fact[] {
  const seen = new Set<string>()
  return facts.filter((fact) => {
    const isNew = !seen.has(fact.text)
    seen.add(fact.text)
    return isNew
  })
}
