"use client"
import { createContext, type ReactNode, useContext, useId } from "react"
import { classNames } from "./class-names.ts"

interface FieldControl {
  id: string
  "aria-describedby": string | undefined
  "aria-invalid": true | undefined
  "aria-required": true | undefined
}

const FieldContext = createContext<FieldControl | null>(null)

/** @returns the id and aria attributes of the surrounding Field, for a control of one's own. */
export function useFieldControl(): Partial<FieldControl> {
  return useContext(FieldContext) ?? {}
}

/** A labelled control with its hint and its error; the control inside is wired by itself. */
export function Field({
  label,
  hint,
  error,
  isRequired = false,
  className,
  children,
}: {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  isRequired?: boolean
  className?: string
  children: ReactNode
}) {
  const id = useId()
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ")
  const control: FieldControl = {
    id,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? true : undefined,
    "aria-required": isRequired || undefined,
  }
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <FieldContext value={control}>{children}</FieldContext>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      <p id={`${id}-error`} aria-live="polite" className="text-sm font-medium text-bad empty:hidden">
        {error}
      </p>
    </div>
  )
}
