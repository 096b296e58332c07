"use client"

import { JobSheet } from "@myhibachi/contract/assignments"
import { LinkButton } from "@myhibachi/ui/button"
import { TimeText } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import { Navigation, Phone } from "lucide-react"
import Link from "next/link"
import type { ReactNode } from "react"
import { request } from "@/api/request.ts"
import { guestsText } from "@/features/booking/guests-text.ts"
import { detailFacts, PartyDetailFacts } from "@/features/booking/party-details.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { dateIn, todayIn } from "@/time/format-time.ts"
import { JobFood } from "./job-food.tsx"
import { JobSteps } from "./job-steps.tsx"
import { PartyBadge } from "./my-parties-view.tsx"
import { ReportAbsenceDialog } from "./report-absence.tsx"
import { ReportIncidentDialog } from "./report-incident.tsx"

/** All that a chef needs for one party, in the order in which it is needed. */
export function JobSheetView({ id }: { id: string }) {
  const job = useQuery({
    queryKey: ["my", "job", id],
    queryFn: () => request(JobSheet, `/v1/assignments/${id}`),
  })
  return (
    <>
      <Link href="/my" className="text-sm text-ink-soft underline-offset-4 hover:underline">
        ← My parties
      </Link>
      <Loaded query={job} lines={10}>
        {(data) => <Job job={data} />}
      </Loaded>
    </>
  )
}

function Job({ job }: { job: JobSheet }) {
  return (
    <article className="flex flex-col gap-8 pt-2">
      <header>
        <h1 className="text-2xl font-semibold">
          <TimeText instant={job.startsAt} timeZone={job.timeZone} />
        </h1>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-ink-soft">
          {job.customerName} · {job.reference} <PartyBadge party={job} />
        </p>
      </header>
      <JobSteps job={job} />
      <Where job={job} />
      <Part title="Who comes">
        <p>{guestsText(job.guests)}</p>
        {job.otherChefs.length > 0 ? (
          <p className="text-ink-soft">
            You cook for {job.serves.guests}, together with {job.otherChefs.join(" and ")}.
          </p>
        ) : null}
      </Part>
      <JobFood sheet={job.sheet} />
      <Part title="If something goes wrong">
        {job.isAbsenceReported ? (
          <p className="mb-2 text-ink-soft">Reported: nobody was there. A manager decides and calls you.</p>
        ) : null}
        {job.incidents.map((incident) => (
          <p key={incident.id} className="mb-2 text-ink-soft">
            Reported: {incident.text}
          </p>
        ))}
        <div className="flex flex-wrap gap-2">
          <ReportIncidentDialog assignmentId={job.id} />
          <ReportAbsenceDialog job={job} />
        </div>
      </Part>
    </article>
  )
}

function Where({ job }: { job: JobSheet }) {
  const { latitude, longitude, formatted } = job.place
  return (
    <Part title="Where and when">
      <address className="not-italic">{formatted}</address>
      {detailFacts(job.details).length > 0 ? (
        <div className="mt-3">
          <PartyDetailFacts details={job.details} />
        </div>
      ) : null}
      <dl className="my-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-ink-soft">Leave</dt>
        <dd>
          <TimeText instant={job.leaveAt} timeZone={job.timeZone} shape="time" />
        </dd>
        <dt className="text-ink-soft">Arrive</dt>
        <dd>
          <TimeText instant={job.arriveAt} timeZone={job.timeZone} shape="time" />
        </dd>
        <dt className="text-ink-soft">Cooking begins</dt>
        <dd>
          <TimeText instant={job.startsAt} timeZone={job.timeZone} shape="time" />
        </dd>
        <dt className="text-ink-soft">Packed up</dt>
        <dd>
          <TimeText instant={job.endsAt} timeZone={job.timeZone} shape="time" />
        </dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <LinkButton
          variant="secondary"
          target="_blank"
          rel="noreferrer"
          href={`https://www.google.com/maps/dir/?api=1&destination=${latitude},${longitude}`}
        >
          <Navigation aria-hidden className="size-5" /> Navigate
        </LinkButton>
        {job.phone ? (
          <LinkButton variant="secondary" href={`tel:${job.phone}`}>
            <Phone aria-hidden className="size-5" /> Call {job.customerName.split(" ")[0]}
          </LinkButton>
        ) : null}
      </div>
      {job.phone || isOver(job) ? null : (
        <p className="mt-2 text-sm text-ink-soft">
          {isToday(job)
            ? "The customer left no number; the office can reach them."
            : "The customer's number is here on the day of the party."}
        </p>
      )}
    </Part>
  )
}

function isOver({ completedAt, status }: JobSheet): boolean {
  return completedAt !== null || status === "cancelled"
}

function isToday({ startsAt, timeZone }: JobSheet): boolean {
  return todayIn(timeZone) === dateIn(startsAt, timeZone)
}

/** A part of the sheet under its own name. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      {children}
    </section>
  )
}
