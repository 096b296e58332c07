"use client"

import { Booking, CancelPreview, StaffCancelBooking } from "@myhibachi/contract/booking"
import { Breakdown } from "@myhibachi/ui/breakdown"
import { Button } from "@myhibachi/ui/button"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { RadioCards } from "@myhibachi/ui/radio-cards"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"
import { bookingKeys } from "./booking-keys.ts"

type Party = "customer" | "company"

/** Cancels a booking after showing what goes back and what is kept. */
export function CancelDialog({ booking }: { booking: Booking }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Cancel ${booking.reference}?`}
      description="The chefs become free at once. This cannot be undone."
      trigger={<Button variant="secondary">Cancel booking…</Button>}
    >
      {isOpen ? <CancelForm booking={booking} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function CancelForm({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const [by, setBy] = useState<Party>("customer")
  const [reason, setReason] = useState("")
  const [hint, setHint] = useState<string>()
  const preview = useQuery({
    queryKey: ["cancel-preview", booking.id, by],
    queryFn: () =>
      request(CancelPreview, `/v1/bookings/${booking.id}/cancel-preview`, { method: "POST", query: { by } }),
    staleTime: 0,
  })
  const cancel = useCancel(booking, onDone)
  const submit = () => {
    const parsed = StaffCancelBooking.safeParse({
      by,
      reason,
      expectedRefundCents: preview.data?.refund.amount,
    })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) cancel.mutate(parsed.data)
  }
  return (
    <div className="flex flex-col gap-4">
      <RadioCards
        label="Who cancels"
        value={by}
        onChange={(value) => setBy(value === "company" ? "company" : "customer")}
        cards={[
          { value: "customer", label: "The customer" },
          { value: "company", label: "We do", detail: "Everything goes back" },
        ]}
      />
      <Loaded query={preview}>{(data) => <Preview preview={data} />}</Loaded>
      <Field label="Reason" error={hint} isRequired>
        <Textarea value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose>
          <Button variant="secondary">Keep the booking</Button>
        </DialogClose>
        <Button variant="danger" isBusy={cancel.isPending} disabled={!preview.data} onClick={submit}>
          Cancel the booking
        </Button>
      </div>
    </div>
  )
}

function useCancel(booking: Booking, onDone: () => void) {
  const [key] = useState(() => crypto.randomUUID())
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: StaffCancelBooking) =>
      request(Booking, `/v1/bookings/${booking.id}/cancel`, {
        method: "POST",
        body,
        headers: { "idempotency-key": key, "if-match": `"v${booking.version}"` },
      }),
    onSuccess: () => {
      onDone()
      tell({ title: `${booking.reference} is cancelled`, state: "good" })
      return Promise.all(bookingKeys.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}

function Preview({ preview }: { preview: CancelPreview }) {
  return (
    <div>
      <Breakdown
        lines={[
          { key: "paid", label: "Paid so far", amount: preview.paid },
          { key: "kept", label: "We keep", amount: preview.kept },
        ]}
        totals={[{ key: "refund", label: "Goes back", amount: preview.refund }]}
      />
      <p className="text-sm text-ink-soft">{preview.explanation}</p>
    </div>
  )
}
