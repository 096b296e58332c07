"use client"

import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { ApiProblem } from "@/api/problem.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

interface ActionStateProps<T> {
  action: {
    isPaused: boolean
    error: Error | null
    variables: T | undefined
    mutate: (variables: T) => void
  }
}

/** What became of the last tap when it did not simply work: it waits for the network, or says what is wrong. */
export function ActionState<T>({ action }: ActionStateProps<T>) {
  if (action.isPaused)
    return (
      <p role="status" className="rounded-control bg-caution-soft p-4 text-caution">
        No connection. This is sent by itself as soon as there is one; keep this page open.
      </p>
    )
  if (!action.error) return null
  const { variables } = action
  const isWorthRetrying =
    action.error instanceof ApiProblem && (action.error.status === 0 || action.error.status >= 500)
  return (
    <ErrorState
      title={sentenceOf(action.error)}
      action={
        isWorthRetrying && variables !== undefined ? (
          <Button size="small" variant="secondary" onClick={() => action.mutate(variables)}>
            Send again
          </Button>
        ) : null
      }
    />
  )
}
