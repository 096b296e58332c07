"use client"
import { X } from "lucide-react"
import { Dialog as Primitive } from "radix-ui"
import type { ReactNode } from "react"
import { buttonStyle } from "./button.tsx"
import { classNames } from "./class-names.ts"

/** A question that must be answered before going on. Escape and a tap outside mean no. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  trigger,
  children,
  footer,
  className,
}: {
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  trigger?: ReactNode
  children?: ReactNode
  footer?: ReactNode
  className?: string
}) {
  const control = { ...(open === undefined ? {} : { open }), ...(onOpenChange ? { onOpenChange } : {}) }
  return (
    <Primitive.Root {...control}>
      {trigger ? <Primitive.Trigger asChild>{trigger}</Primitive.Trigger> : null}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-50 animate-fade bg-black/50" />
        <Primitive.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={classNames(
            "fixed inset-x-4 top-1/2 z-50 mx-auto flex max-h-[calc(100dvh-2rem)] max-w-lg -translate-y-1/2 flex-col rounded-card border border-line bg-surface shadow-raised",
            className,
          )}
        >
          <div className="overflow-y-auto p-6">
            <Primitive.Title className="pr-8 text-xl font-semibold">{title}</Primitive.Title>
            {description ? (
              <Primitive.Description className="mt-2 text-ink-soft">{description}</Primitive.Description>
            ) : null}
            {children ? <div className="mt-4">{children}</div> : null}
          </div>
          {footer ? (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-6 py-4 max-sm:*:grow">
              {footer}
            </div>
          ) : null}
          <Primitive.Close
            aria-label="Close"
            className={classNames(
              buttonStyle({ variant: "quiet", size: "icon-small" }),
              "absolute top-4 right-4",
            )}
          >
            <X aria-hidden className="size-5" />
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** Closes the dialog around it; wrap a Button. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Primitive.Close asChild>{children}</Primitive.Close>
}
