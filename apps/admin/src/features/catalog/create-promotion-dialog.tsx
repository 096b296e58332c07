"use client"

import { CreatePromotion, Promotion } from "@myhibachi/contract/promotions"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { readAmount } from "../payments/read-amount.ts"
import { instantOf } from "./instant-input.tsx"
import { emptyPromotion, type PromotionDraft } from "./promotion-draft.ts"
import { PromotionFields } from "./promotion-fields.tsx"
import { readPercent } from "./read-percent.ts"
import { useChange } from "./use-change.ts"

/** Offers a promotion: a code, or one that applies by itself. */
export function CreatePromotionDialog() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="New promotion"
      description="What it takes off never changes afterwards; you can end it and cap it. Food never falls below the minimum spend."
      trigger={<Button>New promotion…</Button>}
      className="max-w-2xl"
    >
      {isOpen ? <CreateForm onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function CreateForm({ onDone }: { onDone: () => void }) {
  const [draft, setDraft] = useState<PromotionDraft>(emptyPromotion)
  const [hints, setHints] = useState<Record<string, string>>({})
  const create = useChange({
    send: (body: CreatePromotion) => request(Promotion, "/v1/promotions", { method: "POST", body }),
    done: ({ code, name }) => `${code ? `The code ${code}` : name} is offered`,
    after: onDone,
  })
  const submit = () => {
    const parsed = CreatePromotion.safeParse(readDraft(draft, new Date().toISOString()))
    setHints(parsed.success ? {} : hintsOf(parsed.error))
    if (parsed.success) create.mutate(parsed.data)
  }
  return (
    <div className="flex flex-col gap-4">
      <PromotionFields
        draft={draft}
        onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
        errors={{ ...create.errors, ...hints }}
      />
      <div className="flex justify-end">
        <Button isBusy={create.isPending} onClick={submit}>
          Offer it
        </Button>
      </div>
    </div>
  )
}

function readDraft(draft: PromotionDraft, now: string): Record<string, unknown> {
  const limit = (text: string) => (text.trim() === "" ? null : Number(text))
  return {
    name: draft.name,
    code: draft.isAutomatic ? null : draft.code,
    value:
      draft.kind === "percent"
        ? { kind: "percent", basisPoints: readPercent(draft.much) ?? Number.NaN }
        : { kind: "fixed", amountCents: readAmount(draft.much) ?? Number.NaN },
    target: draft.target,
    minimumSpendCents: draft.minimumSpend.trim() === "" ? 0 : (readAmount(draft.minimumSpend) ?? Number.NaN),
    startsAt: instantOf(draft.startsAt) ?? now,
    endsAt: instantOf(draft.endsAt) ?? null,
    limitTotal: limit(draft.limitTotal),
    limitPerCustomer: limit(draft.limitPerCustomer),
    stationIds: draft.stationIds,
    weekdays: draft.weekdays,
  }
}

function hintsOf({ issues }: { issues: { path: PropertyKey[]; message: string }[] }): Record<string, string> {
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message]))
}
