"use client"
import { Tabs as Primitive } from "radix-ui"
import type { ReactNode } from "react"

export interface Tab {
  value: string
  label: ReactNode
  content: ReactNode
}

/** Views of one thing. Give `value` and `onChange` to keep the chosen one in the address. */
export function Tabs({
  label,
  tabs,
  value,
  onChange,
}: {
  label: string
  tabs: [Tab, ...Tab[]]
  value?: string
  onChange?: (value: string) => void
}) {
  const control = value === undefined ? { defaultValue: tabs[0].value } : { value }
  return (
    <Primitive.Root {...control} {...(onChange ? { onValueChange: onChange } : {})}>
      <Primitive.List aria-label={label} className="mb-6 flex gap-6 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px shrink-0 border-b-2 border-transparent py-3 font-medium text-ink-soft hover:text-ink data-[state=active]:border-ember data-[state=active]:text-ink"
          >
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.value} value={tab.value}>
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  )
}
