import type { ComponentProps } from "react"
import { classNames } from "./class-names.ts"

/** A table that scrolls sideways by itself, also by keyboard. `label` names it. */
export function Table({ label, className, ...rest }: ComponentProps<"table"> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table className={classNames("w-full border-collapse text-left", className)} {...rest} />
    </section>
  )
}

/** A column's heading; numbers align to the end. */
export function HeaderCell({
  isNumber = false,
  className,
  ...rest
}: ComponentProps<"th"> & { isNumber?: boolean }) {
  return (
    <th
      scope="col"
      className={classNames(
        "border-b border-line px-3 py-2 text-sm font-medium whitespace-nowrap text-ink-soft first:pl-0 last:pr-0",
        isNumber && "text-right",
        className,
      )}
      {...rest}
    />
  )
}

/** One row; `isSelected` marks the one that the keyboard is on. */
export function Row({
  isSelected = false,
  className,
  ...rest
}: ComponentProps<"tr"> & { isSelected?: boolean }) {
  return (
    <tr
      aria-selected={isSelected || undefined}
      className={classNames("border-b border-line last:border-0", isSelected && "bg-ember-soft", className)}
      {...rest}
    />
  )
}

/** One cell; numbers align to the end in tabular figures and never wrap. */
export function Cell({
  isNumber = false,
  className,
  ...rest
}: ComponentProps<"td"> & { isNumber?: boolean }) {
  return (
    <td
      className={classNames(
        "px-3 py-3 align-top first:pl-0 last:pr-0",
        isNumber && "text-right whitespace-nowrap tabular-nums",
        className,
      )}
      {...rest}
    />
  )
}
