"use client"

import { Button } from "@myhibachi/ui/button"
import { classNames } from "@myhibachi/ui/class-names"
import { ThemeToggle } from "@myhibachi/ui/theme-toggle"
import { CalendarCheck, CalendarOff, LogOut, UserRound, Wallet } from "lucide-react"
import Link from "next/link"
import { usePathname } from "next/navigation"
import type { ReactNode } from "react"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { Wordmark } from "@/shell/wordmark.tsx"

const PAGES = [
  { title: "Parties", href: "/my", icon: CalendarCheck },
  { title: "Time off", href: "/my/time-off", icon: CalendarOff },
  { title: "My pay", href: "/my/pay", icon: Wallet },
  { title: "Account", href: "/my/account", icon: UserRound },
]

/** The frame of a chef's pages: one column, and what there is at the thumb. */
export function ChefShell({ children }: { children: ReactNode }) {
  const signOut = async () => {
    await request(z.undefined(), "/v1/auth/logout", { method: "POST" }).catch(() => undefined)
    window.location.assign("/login")
  }
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <header className="flex items-center justify-between gap-2 px-4 py-2">
        <Link href="/my">
          <Wordmark isSmall />
        </Link>
        <div className="flex">
          <ThemeToggle />
          <Button variant="quiet" size="icon" aria-label="Sign out" onClick={signOut}>
            <LogOut aria-hidden className="size-5" />
          </Button>
        </div>
      </header>
      <main id="content" className="min-w-0 flex-1 px-4 pt-2 pb-28">
        {children}
      </main>
      <Pages />
    </div>
  )
}

function Pages() {
  const path = usePathname()
  const isHere = (href: string) =>
    href === "/my" ? PAGES.every((page) => page.href === "/my" || page.href !== path) : path === href
  return (
    <nav
      aria-label="Pages"
      data-bottom-bar
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface"
    >
      <ul className="mx-auto grid max-w-xl grid-cols-4">
        {PAGES.map(({ title, href, icon: Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href ? "page" : undefined}
              className={classNames(
                "flex flex-col items-center gap-0.5 py-2 text-sm",
                isHere(href) ? "font-medium text-ember" : "text-ink-soft",
              )}
            >
              <Icon aria-hidden className="size-6" />
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
