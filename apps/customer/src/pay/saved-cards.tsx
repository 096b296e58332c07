"use client"
import { type SavedCard, SavedCards } from "@myhibachi/contract/payments"
import { Button } from "@myhibachi/ui/button"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { useToast } from "@myhibachi/ui/toast"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { request } from "@/api/request.ts"

/** The cards that the customer lets us keep; each can be taken back. */
export function SavedCardList({ token, cards }: { token: string; cards: SavedCard[] }) {
  if (cards.length === 0) return null
  return (
    <ul aria-label="Cards we keep for you" className="divide-y divide-line">
      {cards.map((card) => (
        <li key={card.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
          <span>
            <span className="capitalize">{card.brand}</span> •••• {card.last4}
            <span className="block text-sm text-ink-soft">
              until {String(card.expiryMonth).padStart(2, "0")}/{card.expiryYear}
            </span>
          </span>
          <ForgetCard token={token} card={card} />
        </li>
      ))}
    </ul>
  )
}

function ForgetCard({ token, card }: { token: string; card: SavedCard }) {
  const router = useRouter()
  const tell = useToast()
  const [isOpen, setIsOpen] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const forget = async () => {
    setIsBusy(true)
    try {
      await request(SavedCards, `/v1/public/bookings/${token}/cards/${card.id}`, { method: "DELETE" })
      tell({ title: "We have forgotten the card." })
      setIsOpen(false)
      router.refresh()
    } catch (error) {
      tell({ title: sentenceOf(error), state: "bad" })
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Forget this card?"
      description="We will not charge it again. What is still owed is then paid by a link that we mail you."
      trigger={
        <Button size="small" variant="secondary">
          Forget …
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">Keep the card</Button>
          </DialogClose>
          <Button variant="danger" isBusy={isBusy} onClick={forget}>
            Forget the card
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  )
}
