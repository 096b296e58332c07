"use client"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"

export default function PageError({ reset }: { reset: () => void }) {
  return (
    <div className="mx-auto max-w-xl py-12">
      <ErrorState title="We could not load this page." action={<Button onClick={reset}>Try again</Button>}>
        Nothing that you did is lost. If it stays like this, wait a minute and try once more.
      </ErrorState>
    </div>
  )
}
