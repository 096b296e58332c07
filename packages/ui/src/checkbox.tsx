"use client"
import { Check } from "lucide-react"
import { type ComponentProps, type ReactNode, useId } from "react"
import { classNames } from "./class-names.ts"

/** A box to tick with its sentence. */
export function Checkbox({
  label,
  error,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { label: ReactNode; error?: string | undefined }) {
  const id = useId()
  return (
    <div className={className}>
      <label className="flex items-start gap-3 py-1">
        <span className="relative mt-0.5 inline-flex size-5 shrink-0">
          <input
            type="checkbox"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? id : undefined}
            className="peer size-5 appearance-none rounded border border-line-strong bg-surface checked:border-ember checked:bg-ember aria-invalid:border-bad"
            {...rest}
          />
          <Check
            aria-hidden
            className="pointer-events-none absolute inset-0.5 size-4 stroke-3 text-on-ember opacity-0 peer-checked:opacity-100"
          />
        </span>
        <span>{label}</span>
      </label>
      <p id={id} aria-live="polite" className={classNames("pl-8 text-sm font-medium text-bad empty:hidden")}>
        {error}
      </p>
    </div>
  )
}
