"use client"
import { ChangeOrder } from "@myhibachi/contract/booking-life"
import { formatMoney, type Money } from "@myhibachi/contract/money"
import { Breakdown } from "@myhibachi/ui/breakdown"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { TimeText } from "@myhibachi/ui/time-text"
import { useToast } from "@myhibachi/ui/toast"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { newKey, request } from "@/api/request.ts"
import { guestsWords } from "./guests-words.ts"

/** A priced change: what it does, what it costs, and the two answers. */
export function ChangeOffer({
  order,
  timeZone,
  onDone,
}: {
  order: ChangeOrder
  timeZone: string
  onDone?: () => void
}) {
  const { answer, complaint, busy } = useAnswer(order, onDone)
  return (
    <div className="grid gap-4">
      <p>
        {guestsWords(order.guestsBefore)} become <strong>{guestsWords(order.guests)}</strong>
        {order.newAddress ? <> at {order.newAddress}</> : null}
        {order.chefs === order.chefsBefore ? "." : `, with ${order.chefs} chefs.`}
      </p>
      {order.note ? <p className="text-ink-soft">{order.note}</p> : null}
      <Breakdown
        lines={order.changes.map((change) => ({
          key: `${change.kind}-${change.title}`,
          label: change.title,
          amount: change.difference,
        }))}
        totals={[
          { key: "before", label: "Total before", amount: order.totalBefore },
          { key: "after", label: "Total then", amount: order.totalAfter },
        ]}
      />
      <p className="text-sm text-ink-soft">
        The offer stands until <TimeText instant={order.expiresAt} timeZone={timeZone} shape="short" />.
        Nothing changes before you accept it.
      </p>
      {complaint ? <ErrorState title="The party stays as it is.">{complaint}</ErrorState> : null}
      <div className="flex flex-wrap gap-3">
        <Button size="large" isBusy={busy === "accept"} onClick={() => answer("accept")}>
          Accept: {differenceWords(order.difference)}
        </Button>
        <Button
          variant="secondary"
          size="large"
          isBusy={busy === "decline"}
          onClick={() => answer("decline")}
        >
          Leave it as it is
        </Button>
      </div>
    </div>
  )
}

function useAnswer(order: ChangeOrder, onDone?: () => void) {
  const router = useRouter()
  const toast = useToast()
  const [complaint, setComplaint] = useState<string | null>(null)
  const [busy, setBusy] = useState<"accept" | "decline" | null>(null)
  const answer = async (kind: "accept" | "decline") => {
    setBusy(kind)
    setComplaint(null)
    try {
      await request(ChangeOrder, `/v1/public/change-orders/${order.token}/${kind}`, {
        method: "POST",
        ...(kind === "accept"
          ? { body: { expectedDifferenceCents: order.difference.amount }, idempotencyKey: newKey() }
          : {}),
      })
      if (kind === "accept")
        toast({
          title: "Changed.",
          detail: `The total is now ${formatMoney(order.totalAfter)}.`,
          state: "good",
        })
      onDone?.()
      router.refresh()
    } catch (error) {
      setComplaint(sentenceOf(error))
    } finally {
      setBusy(null)
    }
  }
  return { answer, complaint, busy }
}

function differenceWords(difference: Money): string {
  if (difference.amount === 0) return "the price stays"
  const amount = formatMoney({ ...difference, amount: Math.abs(difference.amount) })
  return difference.amount > 0 ? `${amount} more` : `${amount} less`
}
