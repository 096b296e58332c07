"use client"
import { Progress as Primitive } from "radix-ui"

/** How far long work is: `value` of `maximum`, with a label for those who do not see the bar. */
export function Progress({
  label,
  value,
  maximum = 100,
}: {
  label: string
  value: number
  maximum?: number
}) {
  const share = maximum > 0 ? Math.min(1, Math.max(0, value / maximum)) : 0
  return (
    <Primitive.Root
      aria-label={label}
      value={Math.round(share * 100)}
      className="h-2 w-full overflow-hidden rounded-full bg-line"
    >
      <Primitive.Indicator
        className="h-full rounded-full bg-ember transition-[width] duration-150"
        style={{ width: `${share * 100}%` }}
      />
    </Primitive.Root>
  )
}
