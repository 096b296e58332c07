"use client"

import { usePathname, useRouter, useSearchParams } from "next/navigation"
import { useCallback } from "react"

/** The part of a screen's state that lives in the address, so that it can be sent, saved and gone back to. */
export function useAddress() {
  const router = useRouter()
  const pathname = usePathname()
  const parameters = useSearchParams()
  const set = useCallback(
    (changes: Record<string, string | null>, how: "push" | "replace" = "replace") => {
      const next = new URLSearchParams(parameters)
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === "") next.delete(name)
        else next.set(name, value)
      }
      const text = next.toString()
      router[how](text ? `${pathname}?${text}` : pathname, { scroll: false })
    },
    [router, pathname, parameters],
  )
  return { get: (name: string) => parameters.get(name) ?? "", set }
}
