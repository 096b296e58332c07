import { LoaderCircle } from "lucide-react"
import { classNames } from "./class-names.ts"

/** Shows that something runs. Give `label` when no words beside it say so. */
export function Spinner({ label, className }: { label?: string; className?: string }) {
  return (
    <span role={label ? "status" : undefined} className={classNames("inline-flex", className)}>
      <LoaderCircle aria-hidden className="size-[1.15em] animate-spin" />
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  )
}
