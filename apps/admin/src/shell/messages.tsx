"use client"

import { ToastProvider } from "@myhibachi/ui/toast"
import type { ReactNode } from "react"

/** The boundary that lets server-rendered pages hold the short messages of the browser. */
export function Messages({ children }: { children: ReactNode }) {
  return <ToastProvider>{children}</ToastProvider>
}
