import type { Discussion } from "@myhibachi/contract/classroom"
import { Badge } from "@myhibachi/ui/badge"
import { CitedFacts } from "./fact-sheet.tsx"

interface ChangesProps {
  discussion: Discussion
  seats: Map<string, string>
}

/** Who changed their mind because of which fact, and what is still disputed. */
export function Changes({ discussion, seats }: ChangesProps) {
  return (
    <div className="mt-10 grid gap-8 lg:grid-cols-2">
      <Flips discussion={discussion} seats={seats} />
      <Dissent discussion={discussion} seats={seats} />
    </div>
  )
}

function Flips({ discussion, seats }: ChangesProps) {
  return (
    <section>
      <h2 className="mb-3 text-xl font-semibold">Minds changed</h2>
      {discussion.flips.length === 0 ? <p className="text-ink-soft">Nobody changed a claim.</p> : null}
      <ul className="flex flex-col gap-4 text-sm">
        {discussion.flips.map((flip, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the flips of a finished discussion never move
          <li key={index}>
            <p className="font-medium">
              {seats.get(flip.seatId)}{" "}
              {flip.isAccepted ? (
                <Badge state="good">Accepted</Badge>
              ) : (
                <Badge state="bad">Undone: the fact does not bear it</Badge>
              )}
            </p>
            <p>
              <del className="text-ink-soft">{flip.from}</del> → {flip.to}{" "}
              <CitedFacts ids={[flip.fact]} facts={discussion.facts} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Dissent({ discussion, seats }: ChangesProps) {
  return (
    <section>
      <h2 className="mb-3 text-xl font-semibold">Dissent</h2>
      {discussion.dissent.length === 0 ? <p className="text-ink-soft">Nobody dissented in the end.</p> : null}
      <ul className="flex flex-col gap-4 text-sm">
        {discussion.dissent.map((dissent, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the dissent of a finished discussion never moves
          <li key={index}>
            <p className="font-medium">
              {seats.get(dissent.seatId)} <Badge state="caution">Dissent</Badge>
            </p>
            <p>
              {dissent.claim.text} <CitedFacts ids={dissent.claim.facts} facts={discussion.facts} />
            </p>
            <p className="text-ink-soft">{dissent.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
