import { useEffect } from "react"
import type { DefaultValues, FieldValues, UseFormReturn } from "react-hook-form"

/** Keeps what is typed in this tab, so that a reload or a way back loses nothing. @returns forgets it. */
export function useDraft<Values extends FieldValues, Context, Output>(
  key: string,
  form: UseFormReturn<Values, Context, Output>,
): () => void {
  useEffect(() => {
    const kept = readDraft(key)
    // safe: the resolver checks it before it is used; an old shape only loses the draft.
    if (kept)
      form.reset({ ...form.getValues(), ...kept } as DefaultValues<Values>, { keepDefaultValues: true })
    const watching = form.watch((values) => sessionStorage.setItem(key, JSON.stringify(values)))
    return () => watching.unsubscribe()
  }, [key, form])
  return () => sessionStorage.removeItem(key)
}

/** @returns what was kept in this tab, unchecked. */
export function readDraft(key: string): object | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null")
    return typeof kept === "object" ? kept : null
  } catch {
    return null // a broken draft is no draft
  }
}
