import { ArrowLeft } from "lucide-react"
import Link from "next/link"
import type { ReactNode } from "react"

/** The way back to where the page hangs. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-flex items-center gap-1 text-ink-soft underline-offset-4 hover:underline"
    >
      <ArrowLeft aria-hidden className="size-4" />
      {children}
    </Link>
  )
}
