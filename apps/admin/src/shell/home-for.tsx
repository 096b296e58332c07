"use client"

import { useRouter } from "next/navigation"
import { type ReactNode, useEffect } from "react"
import { useMe } from "./me.tsx"
import { sectionsFor } from "./sections.ts"

/** The first page for those who may read it; the others go on to the first screen of their own. */
export function HomeFor({ permission, children }: { permission: string; children: ReactNode }) {
  const { permissions } = useMe()
  const router = useRouter()
  const mayRead = permissions.includes(permission)
  const home = sectionsFor(permissions)[0]?.screens[0].href ?? "/settings"
  useEffect(() => {
    if (!mayRead) router.replace(home)
  }, [mayRead, home, router])
  return mayRead ? children : null
}
