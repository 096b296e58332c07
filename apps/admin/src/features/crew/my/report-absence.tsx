"use client"

import type { JobSheet } from "@myhibachi/contract/assignments"
import { BookingAttachment, NoShowReport, ReportNoShow } from "@myhibachi/contract/booking-life"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { ActionState } from "./action-state.tsx"
import { type Position, readPosition } from "./read-position.ts"
import { shrinkPhoto } from "./shrink-photo.ts"

/** Tells the office that nobody is there, with what a manager needs to decide: photo, place and words. */
export function ReportAbsenceDialog({ job }: { job: JobSheet }) {
  const [isOpen, setIsOpen] = useState(false)
  const isUnderWay = Date.parse(job.startsAt) <= Date.now() && !job.completedAt
  if (!isUnderWay || job.isAbsenceReported || job.status === "cancelled") return null
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Nobody is there?"
      description="Ring, knock and call first. A manager decides; stay until the office answers."
      trigger={<Button variant="secondary">Nobody is here…</Button>}
    >
      {isOpen ? <AbsenceForm job={job} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

interface Evidence {
  photo: File
  note: string
  position: Position
}

function AbsenceForm({ job, onDone }: { job: JobSheet; onDone: () => void }) {
  const [photo, setPhoto] = useState<File | null>(null)
  const [note, setNote] = useState("")
  const [hints, setHints] = useState<{ photo?: string; note?: string; place?: string }>({})
  const [isLocating, setIsLocating] = useState(false)
  const report = useReportAbsence(job, onDone)
  const send = async () => {
    const words = ReportNoShow.shape.note.safeParse(note)
    setIsLocating(true)
    const position = await readPosition()
    setIsLocating(false)
    setHints({
      ...(photo ? {} : { photo: "Take a photo of the closed door or the empty place." }),
      ...(words.success ? {} : { note: "Tell in a sentence what you found and whom you called." }),
      ...(position ? {} : { place: "Let this page read where your phone is, then send again." }),
    })
    if (photo && words.success && position) report.mutate({ photo, note: words.data, position })
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label="Photo" error={hints.photo} isRequired>
        <Input
          type="file"
          accept="image/*"
          capture="environment"
          className="py-2"
          onChange={(event) => setPhoto(event.currentTarget.files?.[0] ?? null)}
        />
      </Field>
      <Field label="What you found, and whom you called" error={hints.note} isRequired>
        <Textarea value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Field>
      {hints.place ? <p className="text-sm font-medium text-bad">{hints.place}</p> : null}
      <ActionState action={report} />
      <Button size="large" isBusy={isLocating || (report.isPending && !report.isPaused)} onClick={send}>
        Tell the office
      </Button>
    </div>
  )
}

/** The photo goes first, because the report names it; a second try sends both again. */
function useReportAbsence({ bookingId }: JobSheet, onDone: () => void) {
  const client = useQueryClient()
  const tell = useToast()
  const base = `/v1/chefs/me/bookings/${bookingId}`
  return useMutation({
    mutationFn: async ({ photo, note, position }: Evidence) => {
      const observedAt = new Date().toISOString()
      const body = await shrinkPhoto(photo)
      const { id } = await request(BookingAttachment, `${base}/attachments`, { method: "POST", body })
      return request(NoShowReport, `${base}/no-show`, {
        method: "POST",
        body: { ...position, observedAt, note, attachmentId: id },
      })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["my"] })
      tell({ title: "The office has been told", state: "good" })
      onDone()
    },
  })
}
