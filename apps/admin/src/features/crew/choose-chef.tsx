"use client"

import type { BookingCrew, Candidate, CrewAssignment } from "@myhibachi/contract/assignments"
import type { Booking } from "@myhibachi/contract/booking"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { useState } from "react"
import { readableName } from "@/text/readable.ts"
import { useCrewChange } from "./use-crew-change.ts"

interface ChooseChefProps {
  booking: Booking
  crew: BookingCrew
  /** Whose place the chef takes; null where one is lacking. */
  replaces: CrewAssignment | null
}

/** The station's chefs, the best first with what speaks for them; who cannot stands below with the rule. */
export function ChooseChefDialog({ booking, crew, replaces }: ChooseChefProps) {
  const [isChoosing, setIsChoosing] = useState(false)
  const change = useCrewChange(booking, "The chef is asked", () => setIsChoosing(false))
  const choose = (chefId: string) =>
    change.mutate({ verb: "assign", chefId, ...(replaces ? { replacesId: replaces.id } : {}) })
  const others = crew.candidates.filter(({ rule }) => rule !== "has-this-party")
  return (
    <Dialog
      open={isChoosing}
      onOpenChange={setIsChoosing}
      title={replaces ? `Who comes instead of ${replaces.name}?` : "Who comes?"}
      description="The order is the rule's; the choice is yours."
      trigger={
        <Button size="small" variant="secondary">
          {replaces ? "Swap…" : "Choose…"}
        </Button>
      }
    >
      <ul className="divide-y divide-line">
        {others.map((candidate) => (
          <li key={candidate.chefId} className="flex items-start justify-between gap-4 py-3">
            <CandidateText candidate={candidate} />
            {candidate.rank === null && candidate.rule !== "declined" ? null : (
              <Button
                size="small"
                variant={candidate.rank === 1 ? "primary" : "secondary"}
                isBusy={
                  change.isPending &&
                  change.variables?.verb === "assign" &&
                  change.variables.chefId === candidate.chefId
                }
                disabled={change.isPending}
                aria-label={`Ask ${candidate.name}`}
                onClick={() => choose(candidate.chefId)}
              >
                Ask
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function CandidateText({ candidate }: { candidate: Candidate }) {
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {candidate.name}
        <span className="text-sm font-normal text-ink-soft">{readableName(candidate.grade)}</span>
        {candidate.rank === 1 ? <Badge state="good">Best</Badge> : null}
      </p>
      <ul className="text-sm text-ink-soft">
        {candidate.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  )
}
