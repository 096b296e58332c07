"use client"
import { X } from "lucide-react"
import { Toast as Primitive } from "radix-ui"
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react"
import { buttonStyle } from "./button.tsx"
import { classNames } from "./class-names.ts"

export interface ToastMessage {
  title: string
  detail?: string
  state?: "neutral" | "good" | "bad"
  /** One thing to do about it, for example undo. */
  action?: { label: string; run: () => void }
}

const ToastContext = createContext<((message: ToastMessage) => void) | null>(null)

/** @returns a function that shows a short message. @throws Error outside of a ToastProvider. */
export function useToast(): (message: ToastMessage) => void {
  const show = useContext(ToastContext)
  if (!show) throw new Error("useToast needs a ToastProvider above it")
  return show
}

/** Holds the short messages of the pages inside; each stays eight seconds. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const nextKey = useRef(0)
  const [shown, setShown] = useState<Array<ToastMessage & { key: string }>>([])
  const show = useCallback(
    (message: ToastMessage) => setShown((now) => [...now, { ...message, key: String(nextKey.current++) }]),
    [],
  )
  return (
    <ToastContext value={show}>
      <Primitive.Provider duration={8000} label="Message">
        {children}
        {shown.map(({ key, ...message }) => (
          <ToastCard
            key={key}
            message={message}
            onClose={() => setShown((now) => now.filter((other) => other.key !== key))}
          />
        ))}
        <Primitive.Viewport className="fixed inset-x-4 bottom-[calc(1rem+var(--bottom-bar,0rem))] z-60 mx-auto flex max-w-md flex-col gap-2" />
      </Primitive.Provider>
    </ToastContext>
  )
}

function ToastCard({ message, onClose }: { message: ToastMessage; onClose: () => void }) {
  const edge = { neutral: "border-l-line-strong", good: "border-l-good", bad: "border-l-bad" }[
    message.state ?? "neutral"
  ]
  return (
    <Primitive.Root
      onOpenChange={(open) => (open ? undefined : onClose())}
      className={classNames(
        "flex animate-rise items-center gap-4 rounded-control border border-l-4 border-line bg-surface p-4 shadow-raised",
        edge,
      )}
    >
      <div className="min-w-0 flex-1">
        <Primitive.Title className="font-medium">{message.title}</Primitive.Title>
        {message.detail ? (
          <Primitive.Description className="text-sm text-ink-soft">{message.detail}</Primitive.Description>
        ) : null}
      </div>
      {message.action ? (
        <Primitive.Action
          altText={message.action.label}
          onClick={message.action.run}
          className={buttonStyle({ variant: "secondary", size: "small" })}
        >
          {message.action.label}
        </Primitive.Action>
      ) : null}
      <Primitive.Close aria-label="Close" className={buttonStyle({ variant: "quiet", size: "icon-small" })}>
        <X aria-hidden className="size-4" />
      </Primitive.Close>
    </Primitive.Root>
  )
}
