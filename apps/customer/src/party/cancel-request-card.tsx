"use client"
import { BookingPage } from "@myhibachi/contract/booking"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { ErrorState } from "@myhibachi/ui/error-state"
import { useToast } from "@myhibachi/ui/toast"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { request } from "@/api/request.ts"

/** The wish to cancel is with a manager; until the answer it can be taken back. */
export function CancelRequestCard({ party }: { party: BookingPage }) {
  const router = useRouter()
  const toast = useToast()
  const [complaint, setComplaint] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const keep = async () => {
    setIsBusy(true)
    setComplaint(null)
    try {
      await request(BookingPage, `/v1/public/bookings/${party.token}/cancel-request/withdraw`, {
        method: "POST",
      })
      toast({ title: "Your party stays booked.", state: "good" })
      router.refresh()
    } catch (error) {
      setComplaint(sentenceOf(error))
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <Card aria-label="Your wish to cancel">
      <CardHeader title="We look at your wish to cancel" />
      <p>
        So close to the party a manager decides and answers you by mail. Until then your chef stays reserved.
      </p>
      {complaint ? <ErrorState title="Nothing was changed.">{complaint}</ErrorState> : null}
      <Button className="mt-4" variant="secondary" isBusy={isBusy} onClick={keep}>
        Keep the party after all
      </Button>
    </Card>
  )
}
