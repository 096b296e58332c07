"use client"

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { ApiProblem } from "./problem.ts"

/** Keeps what was read; a session that ended leads back to the sign-in page. */
export function DataProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

function makeClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (count, error) => count < 2 && isWorthRetrying(error) },
    },
  })
}

function isWorthRetrying(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status >= 500)
}

function leaveWhenSignedOut(error: unknown): void {
  if (!(error instanceof ApiProblem) || error.status !== 401) return
  const { pathname, search } = window.location
  if (pathname.startsWith("/login")) return
  window.location.assign(`/login?next=${encodeURIComponent(pathname + search)}`)
}
