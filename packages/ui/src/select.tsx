"use client"
import { ChevronDown } from "lucide-react"
import type { ComponentProps } from "react"
import { classNames } from "./class-names.ts"
import { useFieldControl } from "./field.tsx"
import { controlStyle } from "./input.tsx"

/** A choice of one from a list: the system's own picker, because it is the best one on a phone. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  const control = useFieldControl()
  return (
    <span className={classNames("relative block", className)}>
      <select {...control} className={classNames(controlStyle, "h-11 appearance-none pr-10")} {...rest}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-3.5 right-3 size-4 text-ink-soft"
      />
    </span>
  )
}
