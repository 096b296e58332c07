"use client"

import { classNames } from "@myhibachi/ui/class-names"
import Link from "next/link"
import { usePathname } from "next/navigation"
import { useMe } from "./me.tsx"
import { isInSection, type Section, sectionsFor } from "./sections.ts"

const stay = () => {}

/** The sections that this person works in; the screens of the open one are listed below it. */
export function RailLinks({ onFollow = stay }: { onFollow?: () => void }) {
  const path = usePathname()
  const { permissions } = useMe()
  return (
    <ul className="flex flex-col gap-0.5">
      {sectionsFor(permissions).map((section) => (
        <li key={section.title}>
          <SectionLink section={section} isOpen={isInSection(section, path)} onFollow={onFollow} />
          {isInSection(section, path) && section.screens.length > 1 ? (
            <ScreenLinks section={section} path={path} onFollow={onFollow} />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function SectionLink({
  section,
  isOpen,
  onFollow,
}: {
  section: Section
  isOpen: boolean
  onFollow: () => void
}) {
  const Icon = section.icon
  const isPage = isOpen && section.screens.length === 1
  return (
    <Link
      href={section.screens[0].href}
      onClick={onFollow}
      aria-current={isPage ? "page" : undefined}
      className={classNames(
        "flex items-center gap-3 rounded-control px-3 py-2 font-medium transition-colors duration-150",
        isOpen ? "bg-sunken text-ink" : "text-ink-soft hover:bg-sunken hover:text-ink",
      )}
    >
      <Icon aria-hidden className={classNames("size-5 shrink-0", isOpen && "text-ember")} />
      {section.title}
    </Link>
  )
}

function ScreenLinks({ section, path, onFollow }: { section: Section; path: string; onFollow: () => void }) {
  const current = [...section.screens]
    .sort((a, b) => b.href.length - a.href.length)
    .find(({ href }) => path === href || path.startsWith(`${href}/`))
  return (
    <ul className="my-1 ml-[1.35rem] flex flex-col border-l border-line pl-3">
      {section.screens.map((screen) => (
        <li key={screen.href}>
          <Link
            href={screen.href}
            onClick={onFollow}
            aria-current={screen === current ? "page" : undefined}
            className={classNames(
              "block rounded-control px-3 py-1.5 text-sm transition-colors duration-150",
              screen === current ? "font-medium text-ink" : "text-ink-soft hover:text-ink",
            )}
          >
            {screen.title}
          </Link>
        </li>
      ))}
    </ul>
  )
}
