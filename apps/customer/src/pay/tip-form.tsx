"use client"
import type { BookingPage } from "@myhibachi/contract/booking"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { type PaymentsConfig, StartTip } from "@myhibachi/contract/payments"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useState } from "react"
import { consentOf } from "./consent-of.ts"
import { PayButton } from "./pay-button.tsx"

/** A tip is the customer's own idea: nothing is chosen beforehand. */
export function TipForm({ party, payments }: { party: BookingPage; payments: PaymentsConfig }) {
  const [text, setText] = useState("")
  const amount = usd(readCents(text))
  const parsed = StartTip.shape.amount.safeParse(amount)
  const error = text !== "" && !parsed.success ? parsed.error.issues[0]?.message : undefined
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-ink-soft">
        A tip is yours to decide and not in the total. All of it goes to the chefs of your party.
      </p>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">Suggested tips</legend>
        {party.suggestedTips.map((tip) => (
          <button
            key={tip.percent}
            type="button"
            aria-pressed={tip.amount.amount === amount.amount}
            onClick={() => setText((tip.amount.amount / 100).toFixed(2))}
            className="min-h-11 rounded-control border border-line-strong px-4 tabular-nums aria-pressed:border-ember aria-pressed:font-semibold"
          >
            {tip.percent} % · {formatMoney(tip.amount)}
          </button>
        ))}
      </fieldset>
      <Field label="Another amount in dollars" error={error}>
        <Input inputMode="decimal" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
      {parsed.success ? (
        <PayButton
          path={`/v1/public/bookings/${party.token}/tip`}
          body={{ amount }}
          consent={consentOf(payments)}
        >
          Tip {formatMoney(amount)}
        </PayButton>
      ) : null}
    </div>
  )
}

/** @returns cents, or 0 for what is no amount. */
function readCents(text: string): number {
  const match = /^\$?\s*(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.trim())
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : 0
}
