"use client"

import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Skeleton } from "@myhibachi/ui/skeleton"
import type { ReactNode } from "react"
import { ApiProblem } from "@/api/problem.ts"

interface LoadedProps<T> {
  query: { data: T | undefined; error: Error | null; refetch: () => unknown }
  /** How many lines of what is on its way to draw. */
  lines?: number
  children: (data: T) => ReactNode
}

/** What was read, the shape of what is on its way, or what went wrong with a way to try again. */
export function Loaded<T>({ query, lines = 4, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  return <Lines count={lines} />
}

/** The place of lines that are on their way. */
export function Lines({ count }: { count: number }) {
  return (
    <div role="status" aria-label="Reading" className="flex flex-col gap-4 py-2">
      {Array.from({ length: count }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty lines have no other name and never move
        <Skeleton key={line} className={line % 3 === 2 ? "h-5 w-2/3" : "h-5 w-full"} />
      ))}
    </div>
  )
}

/** A failed read in the API's own words. */
export function Failure({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const retry = (
    <Button size="small" variant="secondary" onClick={onRetry}>
      Try again
    </Button>
  )
  return <ErrorState title={sentenceOf(error)} {...(onRetry ? { action: retry } : {})} />
}

/** @returns what may be shown of an error. */
export function sentenceOf(error: Error): string {
  if (error instanceof ApiProblem) return error.message
  return "The server's answer was not understood. If it stays like this, look at Settings → System."
}
