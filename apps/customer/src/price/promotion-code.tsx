"use client"
import { formatMoney } from "@myhibachi/contract/money"
import { PromotionCode } from "@myhibachi/contract/promotion-terms"
import type { Quote } from "@myhibachi/contract/quote"
import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useRouter } from "next/navigation"
import { type FormEvent, useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { priceAgain } from "./revise-quote.tsx"

/** Takes a code, or gives it back; the answer is the quote's next revision. */
export function PromotionCodeForm({ quote }: { quote: Quote }) {
  const router = useRouter()
  const [code, setCode] = useState("")
  const [complaint, setComplaint] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const price = async (promotionCode: string | null) => {
    setComplaint(undefined)
    setIsBusy(true)
    try {
      const { promotion } = await priceAgain(quote, { promotionCode })
      const isBeaten = promotionCode !== null && promotion !== null && promotion.code !== promotionCode
      setComplaint(
        isBeaten ? `${promotion.name} saves you more than the code; they do not add up.` : undefined,
      )
      setCode("")
      router.refresh()
    } catch (error) {
      setComplaint(sentenceOf(error))
    } finally {
      setIsBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const parsed = PromotionCode.safeParse(code)
    if (parsed.success) return price(parsed.data)
    setComplaint(parsed.error.issues[0]?.message)
  }
  if (quote.promotion?.code)
    return (
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3" aria-live="polite">
        <p>
          The code {quote.promotion.code} saves you {formatMoney(quote.promotion.saved)}.
        </p>
        <Button size="small" variant="secondary" isBusy={isBusy} onClick={() => price(null)}>
          Take it off
        </Button>
      </div>
    )
  return (
    <form onSubmit={submit} noValidate className="mt-4 flex items-start gap-3">
      <Field label="Do you have a code?" error={complaint} className="flex-1">
        <Input
          value={code}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" variant="secondary" isBusy={isBusy} className="mt-6">
        Use it
      </Button>
    </form>
  )
}
