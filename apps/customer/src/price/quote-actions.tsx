"use client"
import type { PublicConfig } from "@myhibachi/contract/catalog"
import type { Quote } from "@myhibachi/contract/quote"
import { Button } from "@myhibachi/ui/button"
import { Sheet } from "@myhibachi/ui/sheet"
import { useToast } from "@myhibachi/ui/toast"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { priceAgain, ReviseQuote } from "./revise-quote.tsx"

/** Opens the form that changes the party. */
export function ChangeParty({ quote, config }: { quote: Quote; config: PublicConfig }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Sheet
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Change the party"
      trigger={<Button variant="secondary">Change guests, place or extras</Button>}
    >
      <ReviseQuote quote={quote} config={config} onDone={() => setIsOpen(false)} />
    </Sheet>
  )
}

/** Makes a new price for the same party, after the old one has ended. */
export function PriceAgain({ quote }: { quote: Quote }) {
  const router = useRouter()
  const toast = useToast()
  const [isBusy, setIsBusy] = useState(false)
  const again = async () => {
    setIsBusy(true)
    try {
      router.push(`/quote/${(await priceAgain(quote)).token}`)
    } catch (error) {
      toast({ title: "There is no new price yet.", detail: sentenceOf(error), state: "bad" })
      setIsBusy(false)
    }
  }
  return (
    <Button onClick={again} isBusy={isBusy}>
      See today's price
    </Button>
  )
}
