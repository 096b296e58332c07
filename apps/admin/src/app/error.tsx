"use client"

import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <div className="mx-auto max-w-2xl p-6">
      <ErrorState
        title="This page could not be shown"
        action={
          <Button size="small" variant="secondary" onClick={reset}>
            Try again
          </Button>
        }
      >
        Nothing was changed. If it happens again, Settings → System shows what is not working.
      </ErrorState>
    </div>
  )
}
