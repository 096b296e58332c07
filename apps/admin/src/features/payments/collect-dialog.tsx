"use client"

import { formatMoney, type Money } from "@myhibachi/contract/money"
import { BalanceCharge, PayLink, type SavedCard } from "@myhibachi/contract/payments"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

/** Collects what is owed now: from the kept card, or by a link that the customer gets. */
export function CollectDialog({
  bookingId,
  owed,
  card,
}: {
  bookingId: string
  owed: Money
  card: SavedCard | null
}) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Collect ${formatMoney(owed)}`}
      description={
        card
          ? `${card.brand} •••• ${card.last4} was kept with the customer's consent. When the bank refuses, a link to pay is mailed.`
          : "No card is kept. The customer gets a link to pay by e-mail."
      }
      trigger={
        <Button size="small" variant="secondary">
          Collect…
        </Button>
      }
    >
      {isOpen ? (
        <CollectActions bookingId={bookingId} owed={owed} card={card} onDone={() => setIsOpen(false)} />
      ) : null}
    </Dialog>
  )
}

function CollectActions({
  bookingId,
  owed,
  card,
  onDone,
}: {
  bookingId: string
  owed: Money
  card: SavedCard | null
  onDone: () => void
}) {
  const charge = useCollect(onDone, async (key) => {
    const { message } = await request(BalanceCharge, `/v1/bookings/${bookingId}/charge-balance`, {
      method: "POST",
      headers: { "idempotency-key": key },
    })
    return message
  })
  const link = useCollect(onDone, async (key) => {
    const { amount } = await request(PayLink, `/v1/bookings/${bookingId}/pay-links`, {
      method: "POST",
      headers: { "idempotency-key": key },
    })
    return `A link to pay ${formatMoney(amount)} is on its way.`
  })
  return (
    <div className="flex flex-wrap justify-end gap-3">
      <Button variant="secondary" isBusy={link.isPending} onClick={() => link.mutate()}>
        Mail a link
      </Button>
      {card ? (
        <Button isBusy={charge.isPending} onClick={() => charge.mutate()}>
          Charge {formatMoney(owed)} now
        </Button>
      ) : null}
    </div>
  )
}

function useCollect(onDone: () => void, work: (key: string) => Promise<string>) {
  const [key] = useState(() => crypto.randomUUID())
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => work(key),
    onSuccess: (message) => {
      onDone()
      tell({ title: message, state: "good" })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}
