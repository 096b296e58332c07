"use client"
import { JoinWaitlist, WaitlistPlace } from "@myhibachi/contract/booking-life"
import type { Quote } from "@myhibachi/contract/quote"
import { Button } from "@myhibachi/ui/button"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { Dialog } from "@myhibachi/ui/dialog"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { request } from "@/api/request.ts"

/** Asks to be told when a start becomes free on a full day. */
export function WaitForDay({ quote, date }: { quote: Quote; date: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Wait for this day"
      description="When a start becomes free we hold it for you and write to you. The first who waits is asked first."
      trigger={<Button variant="secondary">Tell me when a start becomes free</Button>}
    >
      <WaitForm quote={quote} date={date} onDone={() => setIsOpen(false)} />
    </Dialog>
  )
}

function WaitForm({ quote, date, onDone }: { quote: Quote; date: string; onDone: () => void }) {
  const toast = useToast()
  const isAddressKnown = quote.place?.precision === "address"
  const [address, setAddress] = useState(isAddressKnown ? (quote.place?.formatted ?? "") : "")
  const [name, setName] = useState("")
  const [email, setEmail] = useState("")
  const [mayWrite, setMayWrite] = useState(false)
  const [complaint, setComplaint] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const join = async () => {
    const { guests, items } = quote
    const wish = JoinWaitlist.safeParse({
      date,
      guests,
      items,
      address: { text: address },
      contact: { name, email },
      mayWrite,
    })
    if (!wish.success) return setComplaint(wish.error.issues[0]?.message ?? "Check what you wrote.")
    setIsBusy(true)
    setComplaint(null)
    try {
      await request(WaitlistPlace, "/v1/public/waitlist", { method: "POST", body: wish.data })
      toast({
        title: "You are on the list.",
        detail: "We write to you when a start becomes free.",
        state: "good",
      })
      onDone()
    } catch (error) {
      setComplaint(sentenceOf(error))
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <div className="grid gap-4">
      <Field label="Your name">
        <Input value={name} autoComplete="name" onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
      <Field label="E-mail">
        <Input
          type="email"
          value={email}
          autoComplete="email"
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      </Field>
      {isAddressKnown ? null : (
        <Field label="Street address of the party">
          <Input
            value={address}
            autoComplete="street-address"
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        </Field>
      )}
      <Checkbox
        label="You may write to me when a start becomes free."
        checked={mayWrite}
        onChange={(event) => setMayWrite(event.currentTarget.checked)}
      />
      {complaint ? <ErrorState title="You are not on the list yet.">{complaint}</ErrorState> : null}
      <Button isBusy={isBusy} onClick={join}>
        Wait for this day
      </Button>
    </div>
  )
}
