"use client"
import { Minus, Plus } from "lucide-react"
import { useState } from "react"
import { classNames } from "./class-names.ts"
import { useFieldControl } from "./field.tsx"

const stepButton =
  "flex size-11 shrink-0 items-center justify-center rounded-control text-ink hover:bg-sunken disabled:opacity-40"

/** A whole number, by tapping or typing. `name` is what the buttons add to or take from: "adult". */
export function NumberStepper({
  value,
  onChange,
  minimum = 0,
  maximum = 9999,
  name,
  className,
}: {
  value: number
  onChange: (value: number) => void
  minimum?: number
  maximum?: number
  name: string
  className?: string
}) {
  const control = useFieldControl()
  const [draft, setDraft] = useState<string | null>(null)
  const set = (next: number) => onChange(Math.min(maximum, Math.max(minimum, next)))
  const commit = () => {
    if (draft !== null && draft.trim() !== "") set(Number.parseInt(draft, 10) || minimum)
    setDraft(null)
  }
  return (
    <div
      className={classNames(
        "inline-flex items-center rounded-control border border-line-strong bg-surface",
        className,
      )}
    >
      <button
        type="button"
        aria-label={`One ${name} fewer`}
        disabled={value <= minimum}
        onClick={() => set(value - 1)}
        className={stepButton}
      >
        <Minus aria-hidden className="size-4" />
      </button>
      <input
        {...control}
        aria-label={control.id ? undefined : name}
        inputMode="numeric"
        autoComplete="off"
        value={draft ?? String(value)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.currentTarget.value.replace(/\D/g, "").slice(0, 4))}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "ArrowUp") set(value + 1)
          else if (event.key === "ArrowDown") set(value - 1)
          else if (event.key === "Enter") commit()
        }}
        className="h-11 w-12 min-w-0 flex-1 bg-transparent text-center text-lg font-medium tabular-nums"
      />
      <button
        type="button"
        aria-label={`One ${name} more`}
        disabled={value >= maximum}
        onClick={() => set(value + 1)}
        className={stepButton}
      >
        <Plus aria-hidden className="size-4" />
      </button>
    </div>
  )
}
