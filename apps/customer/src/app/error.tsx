"use client"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { useRouter } from "next/navigation"
import { useTransition } from "react"

export default function PageError({ reset }: { reset: () => void }) {
  const router = useRouter()
  const [isBusy, startAgain] = useTransition()
  const again = () =>
    startAgain(() => {
      // The page is made on the server: it must be asked again before it is shown again.
      router.refresh()
      reset()
    })
  return (
    <div className="mx-auto max-w-xl py-12">
      <h1 className="sr-only">Something went wrong</h1>
      <ErrorState
        title="We could not load this page."
        action={
          <Button onClick={again} isBusy={isBusy}>
            Try again
          </Button>
        }
      >
        Nothing that you did is lost. If it stays like this, wait a minute and try once more.
      </ErrorState>
    </div>
  )
}
