import { Checkbox } from "@myhibachi/ui/checkbox"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { InstantInput } from "./instant-input.tsx"
import type { PromotionDraft } from "./promotion-draft.ts"
import { PromotionLimits } from "./promotion-limits.tsx"

export interface PromotionFieldsProps {
  draft: PromotionDraft
  onChange: (part: Partial<PromotionDraft>) => void
  errors: Record<string, string>
}

/** What a promotion is called, what it takes off, when, and for whom. */
export function PromotionFields(props: PromotionFieldsProps) {
  const { draft, onChange, errors } = props
  return (
    <>
      <Field label="Name" hint="Customers read it on their price." error={errors.name} isRequired>
        <Input value={draft.name} onChange={(event) => onChange({ name: event.currentTarget.value })} />
      </Field>
      <Checkbox
        label="Applies by itself, without a code"
        checked={draft.isAutomatic}
        onChange={(event) => onChange({ isAutomatic: event.currentTarget.checked })}
      />
      {draft.isAutomatic ? null : (
        <Field label="Code" hint="3 to 30 letters, digits and hyphens." error={errors.code} isRequired>
          <Input
            value={draft.code}
            onChange={(event) => onChange({ code: event.currentTarget.value.toUpperCase() })}
          />
        </Field>
      )}
      <Value {...props} />
      <div className="grid gap-4 sm:grid-cols-2">
        <InstantInput
          label="Begins"
          value={draft.startsAt}
          onChange={(startsAt) => onChange({ startsAt })}
          emptyMeans="Empty: at once."
          error={errors.startsAt}
        />
        <InstantInput
          label="Ends"
          value={draft.endsAt}
          onChange={(endsAt) => onChange({ endsAt })}
          emptyMeans="Empty: no end."
          error={errors.endsAt}
        />
      </div>
      <PromotionLimits {...props} />
    </>
  )
}

function Value({ draft, onChange, errors }: PromotionFieldsProps) {
  const isPercent = draft.kind === "percent"
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Takes off">
        <Select
          value={draft.kind}
          onChange={(event) =>
            onChange({ kind: event.currentTarget.value === "fixed" ? "fixed" : "percent" })
          }
        >
          <option value="percent">A percentage</option>
          <option value="fixed">A sum</option>
        </Select>
      </Field>
      <Field label={isPercent ? "Percent" : "Dollars"} error={errors.value} isRequired>
        <Input
          inputMode="decimal"
          value={draft.much}
          onChange={(event) => onChange({ much: event.currentTarget.value })}
          className="tabular-nums"
        />
      </Field>
      <Field label="Of">
        <Select
          value={draft.target}
          onChange={(event) => onChange({ target: event.currentTarget.value === "whole" ? "whole" : "food" })}
        >
          <option value="food">The food</option>
          <option value="whole">Food and travel</option>
        </Select>
      </Field>
      <Field label="Least spend in dollars" hint="Empty: none." error={errors.minimumSpendCents}>
        <Input
          inputMode="decimal"
          value={draft.minimumSpend}
          onChange={(event) => onChange({ minimumSpend: event.currentTarget.value })}
          className="tabular-nums"
        />
      </Field>
    </div>
  )
}
