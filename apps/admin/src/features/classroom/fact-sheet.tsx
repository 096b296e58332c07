import type { DiscussionFact } from "@myhibachi/contract/classroom"

/** The facts that every seat was given, numbered as the seats cite them. */
export function FactSheet({ facts }: { facts: DiscussionFact[] }) {
  if (facts.length === 0) return null
  return (
    <details className="mb-8 text-sm">
      <summary className="text-base font-semibold">
        {facts.length === 1 ? "1 fact" : `${facts.length} facts`} on the table
      </summary>
      <ul className="mt-3 flex flex-col gap-2">
        {facts.map((fact) => (
          <li
            key={fact.id}
            id={fact.id}
            className="grid scroll-mt-20 grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 target:bg-ember-soft"
          >
            <span className="text-ink-soft tabular-nums">{fact.id}</span>
            <span>
              {fact.sentence} {fact.source ? <span className="text-ink-soft">({fact.source})</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The facts that a claim rests on; each names its sentence. */
export function CitedFacts({ ids, facts }: { ids: string[]; facts: DiscussionFact[] }) {
  if (ids.length === 0) return <span className="text-bad">no fact</span>
  return ids.map((id) => (
    <abbr
      key={id}
      title={facts.find((fact) => fact.id === id)?.sentence ?? "This fact was not on the table"}
      className="mr-1 text-ink-soft no-underline tabular-nums"
    >
      [{id}]
    </abbr>
  ))
}
