"use client"

import { BookingCrew, type CrewAssignment } from "@myhibachi/contract/assignments"
import type { Booking } from "@myhibachi/contract/booking"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { TimeText } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { isOpen } from "@/features/booking/booking-states.ts"
import { guestsText } from "@/features/booking/guests-text.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { ChooseChefDialog } from "./choose-chef.tsx"
import { useCrewChange } from "./use-crew-change.ts"

/** Who cooks, what they answered, and how to change it. */
export function BookingCrewCard({ booking }: { booking: Booking }) {
  const crew = useQuery({
    queryKey: ["booking", booking.id, "crew"],
    queryFn: () => request(BookingCrew, `/v1/bookings/${booking.id}/candidates`),
  })
  return (
    <Card aria-label="Crew">
      <CardHeader
        title="Crew"
        detail={`From ${booking.stationName}, ${booking.chefs === 1 ? "one chef" : `${booking.chefs} chefs`}`}
      />
      <Loaded query={crew}>{(data) => <Crew booking={booking} crew={data} />}</Loaded>
    </Card>
  )
}

function Crew({ booking, crew }: { booking: Booking; crew: BookingCrew }) {
  const mayWrite = useMay("crew:write") && isOpen(booking.status) && booking.status !== "in_progress"
  const missing = crew.chefsNeeded - crew.assignments.length
  return (
    <div className="flex flex-col gap-4 text-sm">
      {crew.assignments.length === 0 && booking.status === "cancelled" ? (
        <p className="text-ink-soft">No chef holds this party.</p>
      ) : null}
      <ul className="flex flex-col gap-5">
        {crew.assignments.map((assignment) => (
          <li key={assignment.id}>
            <AssignedChef booking={booking} assignment={assignment} />
            {mayWrite && !assignment.checkedInAt ? (
              <div className="mt-2 flex flex-wrap gap-2">
                <ChooseChefDialog booking={booking} crew={crew} replaces={assignment} />
                <UnassignDialog booking={booking} assignment={assignment} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {missing > 0 && mayWrite ? <MissingChefs booking={booking} crew={crew} missing={missing} /> : null}
      {crew.earlier.some((entry) => entry.response === "declined") ? (
        <div>
          <p className="font-medium">Declined</p>
          <ul className="text-ink-soft">
            {crew.earlier
              .filter((entry) => entry.response === "declined")
              .map((entry) => (
                <li key={entry.id}>
                  {entry.name}
                  {entry.declineReason ? `: ${entry.declineReason}` : ""}
                </li>
              ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

function AssignedChef({ booking, assignment }: { booking: Booking; assignment: CrewAssignment }) {
  const claim = booking.assignedChefs.find((chef) => chef.claimId === assignment.id)
  const { title, state } = answer(assignment)
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-base font-medium">
        {assignment.name} <Badge state={state}>{title}</Badge>
      </p>
      {claim ? (
        <p className="text-ink-soft">
          Leaves <TimeText instant={claim.from} timeZone={booking.timeZone} shape="time" /> · at the party{" "}
          <TimeText instant={claim.workFrom} timeZone={booking.timeZone} shape="time" /> –{" "}
          <TimeText instant={claim.workTo} timeZone={booking.timeZone} shape="time" />
        </p>
      ) : null}
      {assignment.checkedInAt ? (
        <p className="text-ink-soft">
          Arrived <WhenText instant={assignment.checkedInAt} />
          {assignment.checkInMeters === null
            ? ""
            : `, ${distanceText(assignment.checkInMeters)} from the address`}
        </p>
      ) : null}
      {assignment.served ? <p className="text-ink-soft">Served {guestsText(assignment.served)}</p> : null}
      {assignment.incidents.map((incident) => (
        <p key={incident.id} className="font-medium text-bad">
          Reported: {incident.text}
        </p>
      ))}
    </>
  )
}

function answer(assignment: CrewAssignment): { title: string; state: BadgeState } {
  if (assignment.completedAt) return { title: "Done", state: "neutral" }
  if (assignment.checkedInAt) return { title: "There", state: "good" }
  if (assignment.response === "accepted") return { title: "Accepted", state: "good" }
  return { title: "Not answered", state: "caution" }
}

function distanceText(meters: number): string {
  const miles = meters / 1609.344
  return miles < 0.1 ? "right" : `${miles.toFixed(1)} miles`
}

function MissingChefs({ booking, crew, missing }: { booking: Booking; crew: BookingCrew; missing: number }) {
  const fill = useCrewChange(booking, "The best candidates are asked")
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium text-bad">
        Lacks {missing === 1 ? "a chef" : `${missing} chefs`};{" "}
        {crew.candidates.filter(({ rank }) => rank).length} could come.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" isBusy={fill.isPending} onClick={() => fill.mutate({ verb: "fill" })}>
          Ask the best
        </Button>
        <ChooseChefDialog booking={booking} crew={crew} replaces={null} />
      </div>
    </div>
  )
}

function UnassignDialog({ booking, assignment }: { booking: Booking; assignment: CrewAssignment }) {
  const change = useCrewChange(booking, `${assignment.name} is off this party`)
  return (
    <Dialog
      title={`Take ${assignment.name} off this party?`}
      description="The next candidate is asked at once. When nobody is free, a task asks a person to find a chef."
      trigger={
        <Button size="small" variant="quiet" isBusy={change.isPending}>
          Take off…
        </Button>
      }
      footer={
        <DialogClose>
          <Button
            variant="danger"
            onClick={() => change.mutate({ verb: "unassign", assignmentId: assignment.id })}
          >
            Take off
          </Button>
        </DialogClose>
      }
    />
  )
}
