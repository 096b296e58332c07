"use client"
import type { ComponentProps } from "react"
import { classNames } from "./class-names.ts"
import { useFieldControl } from "./field.tsx"

/** Classes shared by every box that one types into. */
export const controlStyle =
  "w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-base text-ink placeholder:text-ink-soft disabled:opacity-55 aria-invalid:border-bad aria-invalid:outline-bad"

/** One line of text. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  const control = useFieldControl()
  return <input {...control} className={classNames(controlStyle, "h-11", className)} {...rest} />
}
