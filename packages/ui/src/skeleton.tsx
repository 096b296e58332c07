import { classNames } from "./class-names.ts"

/** The place of something that is on its way, in its real size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames("block h-4 animate-breathe rounded bg-line", className)} />
}
