"use client"

import type { Me } from "@myhibachi/contract/identity"
import { createContext, type ReactNode, useContext } from "react"

const MeContext = createContext<Me | null>(null)

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>
}

/** @returns who is signed in. @throws Error outside of the signed-in pages. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error("useMe needs a MeProvider above it")
  return me
}

/** @returns whether the person signed in holds the permission; what is not allowed is not offered. */
export function useMay(permission: string): boolean {
  return useMe().permissions.includes(permission)
}
