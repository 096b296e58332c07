import { cva, type VariantProps } from "class-variance-authority"
import { Slot } from "radix-ui"
import type { ComponentProps } from "react"
import { classNames } from "./class-names.ts"
import { Spinner } from "./spinner.tsx"

/** Classes of a button; for the rare element that must look like one. */
export const buttonStyle = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap transition-colors duration-150 select-none disabled:pointer-events-none disabled:opacity-55 aria-disabled:pointer-events-none aria-disabled:opacity-55",
  {
    variants: {
      variant: {
        primary: "bg-ember text-on-ember hover:bg-ember-strong",
        secondary: "border border-line-strong bg-surface text-ink hover:bg-sunken",
        quiet: "text-ink hover:bg-sunken",
        danger: "bg-bad text-on-bad hover:opacity-90",
      },
      size: {
        small: "h-8 px-3 text-sm",
        medium: "h-11 px-4 text-base",
        large: "h-14 px-6 text-lg",
        icon: "size-11",
        "icon-small": "size-8",
      },
      width: { content: "", full: "w-full" },
    },
    defaultVariants: { variant: "primary", size: "medium", width: "content" },
  },
)

type ButtonLook = VariantProps<typeof buttonStyle>

/** A button; `isBusy` disables it and shows that its work runs. */
export function Button({
  variant,
  size,
  width,
  isBusy = false,
  className,
  children,
  disabled,
  type = "button",
  ...rest
}: ComponentProps<"button"> & ButtonLook & { isBusy?: boolean }) {
  return (
    <button
      type={type}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      className={classNames(buttonStyle({ variant, size, width }), className)}
      {...rest}
    >
      {isBusy ? <Spinner /> : null}
      {children}
    </button>
  )
}

/** A link that looks like a button; with `asChild` the given link component is dressed instead. */
export function LinkButton({
  variant,
  size,
  width,
  asChild = false,
  className,
  ...rest
}: ComponentProps<"a"> & ButtonLook & { asChild?: boolean }) {
  const Element = asChild ? Slot.Root : "a"
  return <Element className={classNames(buttonStyle({ variant, size, width }), className)} {...rest} />
}
