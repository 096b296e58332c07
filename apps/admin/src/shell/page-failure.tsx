"use client"

import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"

/** What a page says when it could not be drawn at all. */
export function PageFailure({ onRetry }: { onRetry: () => void }) {
  const retry = (
    <Button size="small" variant="secondary" onClick={onRetry}>
      Try again
    </Button>
  )
  return (
    <>
      <h1 className="sr-only">This page could not be shown</h1>
      <ErrorState title="This page could not be shown" action={retry}>
        Nothing was changed. If it happens again, Settings → System shows what is not working.
      </ErrorState>
    </>
  )
}
