"use client"
import { RadioGroup } from "radix-ui"
import type { ReactNode } from "react"
import { classNames } from "./class-names.ts"

export interface RadioCard {
  value: string
  label: ReactNode
  detail?: ReactNode
  isDisabled?: boolean
}

/** One of a few, each as a card one can tap; arrow keys move between them. */
export function RadioCards({
  label,
  cards,
  value,
  onChange,
  columns = "auto",
}: {
  label: string
  cards: RadioCard[]
  value: string | null
  onChange: (value: string) => void
  columns?: "auto" | "one"
}) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value ?? ""}
      onValueChange={onChange}
      className={classNames(
        "grid gap-2",
        columns === "auto" && "grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]",
      )}
    >
      {cards.map((card) => (
        <RadioGroup.Item
          key={card.value}
          value={card.value}
          disabled={card.isDisabled}
          className="flex min-h-14 flex-col items-start justify-center rounded-control border border-line-strong bg-surface px-4 py-2 text-left transition-colors duration-150 hover:bg-sunken disabled:border-line disabled:text-ink-soft disabled:hover:bg-surface data-[state=checked]:border-ember data-[state=checked]:bg-ember-soft data-[state=checked]:ring-1 data-[state=checked]:ring-ember"
        >
          <span className="font-medium tabular-nums">{card.label}</span>
          {card.detail ? <span className="text-sm text-ink-soft">{card.detail}</span> : null}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
