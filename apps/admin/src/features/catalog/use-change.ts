"use client"

import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { ApiProblem } from "@/api/problem.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

interface Change<Input, Output> {
  send: (input: Input) => Promise<Output>
  /** What to say when it worked; nothing for the many small steps of an editor. */
  done?: (output: Output) => string
  after?: (output: Output) => void
}

/**
 * Sends a change, renews what was read and says how it went.
 * @returns the mutation, and the API's complaints by field (`/code` → `code`) for the form.
 */
export function useChange<Input, Output>({ send, done, after }: Change<Input, Output>) {
  const tell = useToast()
  const client = useQueryClient()
  const [errors, setErrors] = useState<Record<string, string>>({})
  const mutation = useMutation({
    mutationFn: send,
    onMutate: () => setErrors({}),
    onSuccess: (output) => {
      if (done) tell({ title: done(output), state: "good" })
      after?.(output)
      return client.invalidateQueries()
    },
    onError: (error) => {
      if (error instanceof ApiProblem) setErrors(errorsOf(error))
      tell({ title: sentenceOf(error), state: "bad" })
    },
  })
  return { ...mutation, errors }
}

function errorsOf({ errors }: ApiProblem): Record<string, string> {
  return Object.fromEntries(
    errors.map(({ pointer, detail }) => [pointer.slice(1).replaceAll("/", "."), detail]),
  )
}
