"use client"
import { X } from "lucide-react"
import { Dialog as Primitive } from "radix-ui"
import type { ReactNode } from "react"
import { buttonStyle } from "./button.tsx"
import { classNames } from "./class-names.ts"

/** A panel from the right edge (the whole screen on a phone); the page behind it waits. */
export function Sheet({
  open,
  onOpenChange,
  title,
  trigger,
  children,
  className,
}: {
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: ReactNode
  trigger?: ReactNode
  children: ReactNode
  className?: string
}) {
  const control = { ...(open === undefined ? {} : { open }), ...(onOpenChange ? { onOpenChange } : {}) }
  return (
    <Primitive.Root {...control}>
      {trigger ? <Primitive.Trigger asChild>{trigger}</Primitive.Trigger> : null}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-50 animate-fade bg-black/50" />
        <Primitive.Content
          aria-describedby={undefined}
          className={classNames(
            "fixed inset-y-0 right-0 z-50 flex w-full max-w-md animate-slide-in flex-col border-l border-line bg-surface shadow-raised",
            className,
          )}
        >
          <header className="flex items-center justify-between gap-4 border-b border-line px-4 py-2">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            <Primitive.Close aria-label="Close" className={buttonStyle({ variant: "quiet", size: "icon" })}>
              <X aria-hidden className="size-5" />
            </Primitive.Close>
          </header>
          <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
