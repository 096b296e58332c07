import { cva, type VariantProps } from "class-variance-authority"
import type { ComponentProps } from "react"
import { classNames } from "./class-names.ts"

const badgeStyle = cva(
  "inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-sm font-medium whitespace-nowrap",
  {
    variants: {
      state: {
        neutral: "bg-sunken text-ink-soft",
        good: "bg-good-soft text-good",
        caution: "bg-caution-soft text-caution",
        bad: "bg-bad-soft text-bad",
      },
    },
    defaultVariants: { state: "neutral" },
  },
)

export type BadgeState = NonNullable<VariantProps<typeof badgeStyle>["state"]>

/** A state in one or two words; the colour only repeats what the word says. */
export function Badge({ state, className, ...rest }: ComponentProps<"span"> & { state?: BadgeState }) {
  return <span className={classNames(badgeStyle({ state }), className)} {...rest} />
}
