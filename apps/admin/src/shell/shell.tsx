"use client"

import { Button } from "@myhibachi/ui/button"
import { Kbd } from "@myhibachi/ui/kbd"
import { Sheet } from "@myhibachi/ui/sheet"
import { ThemeToggle } from "@myhibachi/ui/theme-toggle"
import { LogOut, Menu, Search } from "lucide-react"
import Link from "next/link"
import { type ReactNode, useEffect, useState } from "react"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { roleTitle } from "@/features/identity/role-titles.ts"
import { CommandPalette } from "./command-palette.tsx"
import { useMe } from "./me.tsx"
import { RailLinks } from "./rail.tsx"
import { Wordmark } from "./wordmark.tsx"

/** The frame of every signed-in page: the rail at the left, a bar instead of it on a phone. */
export function Shell({ children }: { children: ReactNode }) {
  const [isFinding, setIsFinding] = useState(false)
  useFindKey(() => setIsFinding(true))
  return (
    <div className="lg:grid lg:min-h-dvh lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-surface focus:px-4 focus:py-2"
      >
        Skip to content
      </a>
      <PhoneBar onFind={() => setIsFinding(true)} />
      <Rail onFind={() => setIsFinding(true)} />
      <main id="content" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none sm:px-8 lg:py-8">
        {children}
      </main>
      <CommandPalette open={isFinding} onOpenChange={setIsFinding} />
    </div>
  )
}

function useFindKey(open: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      open()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [open])
}

function Rail({ onFind }: { onFind: () => void }) {
  return (
    <header className="sticky top-0 hidden h-dvh flex-col gap-4 border-r border-line bg-surface px-3 py-5 lg:flex">
      <Link href="/" className="px-3">
        <Wordmark isSmall />
      </Link>
      <button
        type="button"
        onClick={onFind}
        className="flex items-center gap-3 rounded-control border border-line-strong px-3 py-1.5 text-sm text-ink-soft hover:bg-sunken"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 text-left">Find anything</span>
        <Kbd>⌘K</Kbd>
      </button>
      <nav aria-label="Sections" className="min-h-0 flex-1 overflow-y-auto">
        <RailLinks />
      </nav>
      <Person />
    </header>
  )
}

function PhoneBar({ onFind }: { onFind: () => void }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <header className="sticky top-0 z-30 flex items-center justify-between gap-2 border-b border-line bg-surface px-4 py-2 lg:hidden">
      <Link href="/">
        <Wordmark isSmall />
      </Link>
      <div className="flex">
        <Button variant="quiet" size="icon" aria-label="Find anything" onClick={onFind}>
          <Search aria-hidden className="size-5" />
        </Button>
        <Sheet
          title="MyHibachi admin"
          open={isOpen}
          onOpenChange={setIsOpen}
          trigger={
            <Button variant="quiet" size="icon" aria-label="Menu">
              <Menu aria-hidden className="size-5" />
            </Button>
          }
        >
          <nav aria-label="Sections" className="flex-1 p-4">
            <RailLinks onFollow={() => setIsOpen(false)} />
          </nav>
          <div className="p-4">
            <Person />
          </div>
        </Sheet>
      </div>
    </header>
  )
}

function Person() {
  const me = useMe()
  const signOut = async () => {
    await request(z.undefined(), "/v1/auth/logout", { method: "POST" }).catch(() => undefined)
    window.location.assign("/login")
  }
  return (
    <div className="flex items-center gap-1 border-t border-line pt-3">
      <Link href="/settings" className="min-w-0 flex-1 rounded-control px-3 py-1 hover:bg-sunken">
        <span className="block truncate text-sm font-medium">{me.name}</span>
        <span className="block truncate text-xs text-ink-soft">{roleTitle[me.role]}</span>
      </Link>
      <ThemeToggle />
      <Button variant="quiet" size="icon" aria-label="Sign out" onClick={signOut}>
        <LogOut aria-hidden className="size-5" />
      </Button>
    </div>
  )
}
