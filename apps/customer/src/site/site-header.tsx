import { LinkButton } from "@myhibachi/ui/button"
import Link from "next/link"
import { BrandMark } from "./brand-mark.tsx"

const link = "rounded-control px-3 py-2 font-medium hover:bg-sunken"

/** Where one is and where one can go. */
export function SiteHeader() {
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex max-w-5xl items-center justify-between gap-2 px-4 py-2 sm:px-6">
        <Link href="/" aria-label="MyHibachi, start" className="rounded-control py-2">
          <BrandMark />
        </Link>
        <nav aria-label="Main" className="flex items-center gap-1">
          <Link href="/menu" className={link}>
            Menu
          </Link>
          <Link href="/help" className={link}>
            Help
          </Link>
          <LinkButton asChild variant="secondary" className="max-sm:hidden">
            <Link href="/#price">My price</Link>
          </LinkButton>
        </nav>
      </div>
    </header>
  )
}
