"use client"

import { ChangePromotion, Promotion } from "@myhibachi/contract/promotions"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { ifMatch } from "./catalog-keys.ts"
import { useChange } from "./use-change.ts"

/** Ends a promotion or sets its limits. */
export function ChangePromotionDialog({ promotion }: { promotion: Promotion }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`End or cap ${promotion.code ?? promotion.name}`}
      description="Prices that customers were offered with it stand until they expire; a limit counts at once."
      trigger={
        <Button size="small" variant="secondary">
          End or cap…
        </Button>
      }
    >
      {isOpen ? <ChangeForm promotion={promotion} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function ChangeForm({ promotion, onDone }: { promotion: Promotion; onDone: () => void }) {
  const [total, setTotal] = useState(String(promotion.limitTotal ?? ""))
  const [each, setEach] = useState(String(promotion.limitPerCustomer ?? ""))
  const [hints, setHints] = useState<Record<string, string>>({})
  const change = useChange({
    send: (body: ChangePromotion) =>
      request(Promotion, `/v1/promotions/${promotion.id}`, {
        method: "PATCH",
        body,
        headers: ifMatch(promotion.version),
      }),
    done: ({ name, status }) => (status === "ended" ? `${name} has ended` : `${name} is changed`),
    after: onDone,
  })
  const saveLimits = () => {
    const limit = (text: string) => (text.trim() === "" ? null : Number(text))
    const parsed = ChangePromotion.safeParse({ limitTotal: limit(total), limitPerCustomer: limit(each) })
    const issues = parsed.success ? [] : parsed.error.issues
    setHints(Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])))
    if (parsed.success) change.mutate(parsed.data)
  }
  const end = () => change.mutate({ endsAt: new Date(Date.now() + CLOCKS_APART_MS).toISOString() })
  return (
    <div className="flex flex-col gap-4">
      <Field
        label="Uses in all"
        hint={`${promotion.counted} booked and ${promotion.reserved} held so far. Empty: no limit.`}
        error={hints.limitTotal}
      >
        <Input inputMode="numeric" value={total} onChange={(event) => setTotal(event.currentTarget.value)} />
      </Field>
      <Field label="Uses for each customer" hint="Empty: no limit." error={hints.limitPerCustomer}>
        <Input inputMode="numeric" value={each} onChange={(event) => setEach(event.currentTarget.value)} />
      </Field>
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="danger" isBusy={change.isPending} onClick={end}>
          End it now
        </Button>
        <Button isBusy={change.isPending} onClick={saveLimits}>
          Save the limits
        </Button>
      </div>
    </div>
  )
}

// The browser's clock may be behind the server's, which refuses an end in the past.
const CLOCKS_APART_MS = 5_000
