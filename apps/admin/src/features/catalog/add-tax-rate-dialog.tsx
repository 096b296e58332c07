"use client"

import { CreateTaxRate, LineClass, TaxRateList } from "@myhibachi/contract/tax"
import { Button } from "@myhibachi/ui/button"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { lineClassTitle } from "./catalog-words.ts"
import { InstantInput, instantOf } from "./instant-input.tsx"
import { readPercent } from "./read-percent.ts"
import { useChange } from "./use-change.ts"

const CLASSES = LineClass.options.filter((lineClass) => lineClass !== "fee")

/** Adds a rate that counts from a date on. */
export function AddTaxRateDialog() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="New tax rate"
      description="It counts from its date on; the rate before it stays for everything until then and is never changed."
      trigger={<Button>New rate…</Button>}
    >
      {isOpen ? <AddForm onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function AddForm({ onDone }: { onDone: () => void }) {
  const [draft, setDraft] = useState({ jurisdiction: "", state: "", city: "", percent: "", validFrom: "" })
  const [classes, setClasses] = useState<LineClass[]>(CLASSES)
  const [hints, setHints] = useState<Record<string, string>>({})
  const add = useChange({
    send: (body: CreateTaxRate) => request(TaxRateList, "/v1/tax-rates", { method: "POST", body }),
    done: () => "The rate is kept",
    after: onDone,
  })
  const errors: Record<string, string> = { ...add.errors, ...hints }
  const put = (name: keyof typeof draft) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setDraft((now) => ({ ...now, [name]: value }))
  }
  const submit = () => {
    const parsed = CreateTaxRate.safeParse({
      ...draft,
      city: draft.city.trim() || null,
      lineClasses: classes,
      basisPoints: readPercent(draft.percent) ?? Number.NaN,
      validFrom: instantOf(draft.validFrom) ?? new Date(Date.now() + CLOCKS_APART_MS).toISOString(),
    })
    const issues = parsed.success ? [] : parsed.error.issues
    setHints(Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])))
    if (parsed.success) add.mutate(parsed.data)
  }
  return (
    <div className="flex flex-col gap-4">
      <Field
        label="Jurisdiction"
        hint="As customers read it on their price."
        error={errors.jurisdiction}
        isRequired
      >
        <Input value={draft.jurisdiction} onChange={put("jurisdiction")} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="State" error={errors.state} isRequired>
          <Input value={draft.state} onChange={put("state")} maxLength={2} />
        </Field>
        <Field label="City" hint="Empty: the rest of the state." error={errors.city}>
          <Input value={draft.city} onChange={put("city")} />
        </Field>
        <Field label="Percent" error={errors.basisPoints} isRequired>
          <Input inputMode="decimal" value={draft.percent} onChange={put("percent")} />
        </Field>
      </div>
      <fieldset>
        <legend className="text-sm font-medium">On</legend>
        <div className="flex flex-wrap gap-x-5">
          {CLASSES.map((lineClass) => (
            <Checkbox
              key={lineClass}
              label={lineClassTitle[lineClass]}
              checked={classes.includes(lineClass)}
              onChange={(event) =>
                setClasses(
                  event.currentTarget.checked
                    ? [...classes, lineClass]
                    : classes.filter((other) => other !== lineClass),
                )
              }
            />
          ))}
        </div>
        <p className="text-sm font-medium text-bad empty:hidden">{errors.lineClasses}</p>
      </fieldset>
      <InstantInput
        label="Counts from"
        value={draft.validFrom}
        onChange={(validFrom) => setDraft((now) => ({ ...now, validFrom }))}
        emptyMeans="Empty: at once."
        error={errors.validFrom}
      />
      <div className="flex justify-end">
        <Button isBusy={add.isPending} onClick={submit}>
          Keep the rate
        </Button>
      </div>
    </div>
  )
}

// The browser's clock may be behind the server's, which refuses a rate in the past.
const CLOCKS_APART_MS = 5_000
