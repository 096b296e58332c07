import type {
  CritiqueOutput,
  Discussion,
  DiscussionFact,
  ProposalOutput,
  SeatResponse,
} from "@myhibachi/contract/classroom"
import { Badge } from "@myhibachi/ui/badge"
import { costText } from "@/text/readable-number.ts"
import { durationText } from "@/time/format-time.ts"
import { CitedFacts } from "./fact-sheet.tsx"

interface SeatSpeechProps {
  response: SeatResponse
  name: string
  discussion: Discussion
  seats: Map<string, string>
}

const failures = { late: "Too late", failed: "Failed", malformed: "Not readable" }

/** What one seat said in one round: a proposal with its claims, or its reviews of the others. */
export function SeatSpeech({ response, name, discussion, seats }: SeatSpeechProps) {
  return (
    <article className="min-w-0 text-sm">
      <header className="mb-2">
        <h3 className="text-base font-medium [overflow-wrap:anywhere]">{name}</h3>
        <p className="text-ink-soft tabular-nums">
          {durationText(response.ms)} · {costText(response.costMicros)} ·{" "}
          {(response.inputTokens + response.outputTokens).toLocaleString("en-US")} tokens
        </p>
      </header>
      {response.outcome === "answered" ? null : (
        <p className="mb-2">
          <Badge state="bad">{failures[response.outcome]}</Badge> {response.failure}
        </p>
      )}
      {response.proposal ? (
        <Proposal proposal={response.proposal} discussion={discussion} seatId={response.seatId} />
      ) : null}
      {response.critique ? (
        <Critique critique={response.critique} seats={seats} facts={discussion.facts} />
      ) : null}
      {response.refusedClaims.length > 0 ? (
        <ul className="mt-3 flex flex-col gap-1">
          {response.refusedClaims.map((claim) => (
            <li key={claim.text}>
              <Badge state="bad">Not borne by facts</Badge> {claim.text}{" "}
              <span className="text-ink-soft">{claim.problem}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  )
}

interface ProposalProps {
  proposal: ProposalOutput
  discussion: Discussion
  seatId: string
}

function Proposal({ proposal, discussion, seatId }: ProposalProps) {
  return (
    <>
      <p className="border-l-2 border-line pl-3 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {proposal.answer}
      </p>
      <Claims proposal={proposal} discussion={discussion} seatId={seatId} />
      {proposal.unanswered.length > 0 ? (
        <p className="mt-2 text-ink-soft">Left open: {proposal.unanswered.join("; ")}</p>
      ) : null}
    </>
  )
}

function Claims({ proposal, discussion, seatId }: ProposalProps) {
  const dissenting = discussion.dissent.filter((dissent) => dissent.seatId === seatId)
  const isDisputed = (text: string) => dissenting.some((dissent) => dissent.claim.text === text)
  const count = proposal.claims.length
  return (
    <details className="mt-3" open={dissenting.length > 0}>
      <summary className="text-ink-soft">
        {count === 1 ? "1 claim" : `${count} claims`} with their facts
      </summary>
      <ul className="mt-2 flex flex-col gap-2">
        {proposal.claims.map((claim, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the claims of a finished answer never move
          <li key={index}>
            {claim.text} <CitedFacts ids={claim.facts} facts={discussion.facts} />
            {isDisputed(claim.text) ? <Badge state="caution">Dissent</Badge> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

const verdictState = { supported: "good", unsupported: "caution", wrong: "bad" } as const
const verdictTitle = { supported: "Supported", unsupported: "Not supported", wrong: "Wrong" }

interface CritiqueProps {
  critique: CritiqueOutput
  seats: Map<string, string>
  facts: DiscussionFact[]
}

function Critique({ critique, seats, facts }: CritiqueProps) {
  return (
    <div className="flex flex-col gap-4">
      {critique.reviews.map((review) => (
        <section key={review.letter}>
          <h4 className="font-medium">
            On answer {review.letter}{" "}
            <span className="font-normal text-ink-soft">({seats.get(review.seatId) ?? "another seat"})</span>
          </h4>
          <Verdicts verdicts={review.verdicts} facts={facts} />
          {review.missing.length > 0 ? <p className="mt-1">Missing: {review.missing.join("; ")}</p> : null}
          {review.tone ? <p className="mt-1 text-ink-soft">Tone: {review.tone}</p> : null}
        </section>
      ))}
    </div>
  )
}

type Review = CritiqueOutput["reviews"][number]

/** What the reviewer objects to is open; what it supports is a count that opens. */
function Verdicts({ verdicts, facts }: { verdicts: Review["verdicts"]; facts: DiscussionFact[] }) {
  const objections = verdicts.filter(({ verdict }) => verdict !== "supported")
  const supported = verdicts.filter(({ verdict }) => verdict === "supported")
  return (
    <>
      {objections.length > 0 ? <VerdictList verdicts={objections} facts={facts} /> : null}
      {supported.length > 0 ? (
        <details className="mt-1">
          <summary>
            <Badge state="good">
              {supported.length} of {verdicts.length} claims supported
            </Badge>
          </summary>
          <VerdictList verdicts={supported} facts={facts} />
        </details>
      ) : null}
    </>
  )
}

function VerdictList({ verdicts, facts }: { verdicts: Review["verdicts"]; facts: DiscussionFact[] }) {
  return (
    <ul className="mt-2 flex flex-col gap-2">
      {verdicts.map((verdict, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the verdicts of a finished review never move
        <li key={index}>
          <Badge state={verdictState[verdict.verdict]}>{verdictTitle[verdict.verdict]}</Badge> {verdict.claim}{" "}
          {verdict.fact ? <CitedFacts ids={[verdict.fact]} facts={facts} /> : null}
        </li>
      ))}
    </ul>
  )
}
