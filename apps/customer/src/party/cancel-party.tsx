"use client"
import { BookingPage, CancelPreview } from "@myhibachi/contract/booking"
import { Button } from "@myhibachi/ui/button"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Field } from "@myhibachi/ui/field"
import { MoneyText } from "@myhibachi/ui/money-text"
import { Skeleton } from "@myhibachi/ui/skeleton"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { newKey, request } from "@/api/request.ts"

/** Cancels after showing to the cent what comes back and what is kept. */
export function CancelParty({ party }: { party: BookingPage }) {
  const router = useRouter()
  const toast = useToast()
  const key = useRef("")
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState("")
  const [complaint, setComplaint] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const preview = useQuery({
    queryKey: ["cancel-preview", party.token],
    queryFn: () =>
      request(CancelPreview, `/v1/public/bookings/${party.token}/cancel-preview`, { method: "POST" }),
    enabled: isOpen,
    staleTime: 0,
  })
  const cancel = async (expectedRefundCents: number) => {
    setIsBusy(true)
    setComplaint(null)
    key.current ||= newKey()
    try {
      const after = await request(BookingPage, `/v1/public/bookings/${party.token}/cancel`, {
        method: "POST",
        body: { reason, expectedRefundCents },
        idempotencyKey: key.current,
      })
      toast({
        title:
          after.status === "cancel_requested"
            ? "A manager looks at it and answers you."
            : "The party is cancelled.",
      })
      setIsOpen(false)
      router.refresh()
    } catch (error) {
      key.current = ""
      setComplaint(sentenceOf(error))
      await preview.refetch()
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Cancel the party?"
      trigger={<Button variant="secondary">Cancel …</Button>}
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">Keep the party</Button>
          </DialogClose>
          <Button
            variant="danger"
            disabled={!preview.data}
            isBusy={isBusy}
            onClick={() => (preview.data ? cancel(preview.data.refund.amount) : undefined)}
          >
            {preview.data?.needsApproval ? "Ask to cancel" : "Cancel the party"}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {preview.error ? (
          <ErrorState title="We cannot say yet what comes back.">{sentenceOf(preview.error)}</ErrorState>
        ) : null}
        {preview.data ? <Consequences preview={preview.data} /> : null}
        {!preview.data && !preview.error ? <Skeleton className="h-32" /> : null}
        <Field label="Why? (if you like)">
          <Textarea
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Field>
        {complaint ? <ErrorState title="The party is not cancelled.">{complaint}</ErrorState> : null}
      </div>
    </Dialog>
  )
}

function Consequences({ preview }: { preview: CancelPreview }) {
  const rows = [
    { term: "Paid so far", money: preview.paid },
    { term: "Kept", money: preview.kept },
    { term: "Comes back to you", money: preview.refund },
  ]
  return (
    <>
      <p>
        {preview.explanation}
        {preview.needsApproval ? " So close to the party a manager decides; your chef stays until then." : ""}
      </p>
      <dl className="divide-y divide-line">
        {rows.map((row, index) => (
          <div
            key={row.term}
            className={`flex justify-between gap-4 py-2 ${index === rows.length - 1 ? "font-semibold" : ""}`}
          >
            <dt>{row.term}</dt>
            <dd>
              <MoneyText money={row.money} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
