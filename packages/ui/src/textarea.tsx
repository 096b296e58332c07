"use client"
import type { ComponentProps } from "react"
import { classNames } from "./class-names.ts"
import { useFieldControl } from "./field.tsx"
import { controlStyle } from "./input.tsx"

/** Several lines of text; grows with what is typed. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  const control = useFieldControl()
  return (
    <textarea
      {...control}
      rows={rows}
      className={classNames(
        controlStyle,
        "field-sizing-content max-h-64 min-h-11 resize-none py-2",
        className,
      )}
      {...rest}
    />
  )
}
