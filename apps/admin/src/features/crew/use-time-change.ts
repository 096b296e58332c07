"use client"

import { type ToastMessage, useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { sentenceOf } from "@/lists/loaded.tsx"
import { crewKeys } from "./crew-keys.ts"

interface TimeChange<Input, Output> {
  run: (input: Input) => Promise<Output>
  /** What to say when it is done; nothing when absent. */
  done?: (output: Output, input: Input) => ToastMessage
  onDone?: (output: Output) => void
}

/** A change of the crew's time: says what became of it, and reads again what it touches. */
export function useTimeChange<Input = void, Output = unknown>({
  run,
  done,
  onDone,
}: TimeChange<Input, Output>) {
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: (output, input) => {
      onDone?.(output)
      if (done) tell({ state: "good", ...done(output, input) })
      return Promise.all(crewKeys.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}
