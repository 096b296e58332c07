import type { Discussion, RoundSummary } from "@myhibachi/contract/classroom"
import { costText } from "@/text/readable-number.ts"
import { durationText } from "@/time/format-time.ts"
import { roundTitle, skippedTitle } from "./discussion-words.ts"
import { SeatSpeech } from "./seat-speech.tsx"

interface RoundsProps {
  discussion: Discussion
  seats: Map<string, string>
}

/** One round after the other; within a round each seat has its column. */
export function Rounds({ discussion, seats }: RoundsProps) {
  return (
    <div className="flex flex-col gap-10">
      {discussion.rounds.map((round, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rounds of a finished discussion never move
        <section key={`${index}-${round.round}`}>
          <RoundHeading round={round} number={index + 1} />
          {round.skipped ? null : <Columns discussion={discussion} seats={seats} round={round} />}
        </section>
      ))}
    </div>
  )
}

function RoundHeading({ round, number }: { round: RoundSummary; number: number }) {
  return (
    <header className="mb-4 flex flex-wrap items-baseline gap-x-4 border-b border-line pb-2">
      <h2 className="text-xl font-semibold">
        <span className="mr-2 text-ember tabular-nums">{number}</span>
        {roundTitle[round.round]}
      </h2>
      <p className="text-sm text-ink-soft tabular-nums">
        {round.skipped
          ? skippedTitle[round.skipped]
          : `${durationText(round.ms)} · ${costText(round.costMicros)}`}
      </p>
    </header>
  )
}

function Columns({ discussion, seats, round }: RoundsProps & { round: RoundSummary }) {
  const spoken = discussion.responses.filter((response) => response.round === round.round)
  return (
    <div className="grid gap-8 lg:auto-cols-[minmax(20rem,1fr)] lg:grid-flow-col lg:overflow-x-auto">
      {[...seats].flatMap(([seatId, name]) =>
        spoken
          .filter((response) => response.seatId === seatId)
          .map((response) => (
            <SeatSpeech
              key={response.id}
              response={response}
              name={name}
              discussion={discussion}
              seats={seats}
            />
          )),
      )}
    </div>
  )
}
