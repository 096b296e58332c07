import type { FieldValues, Path, UseFormReturn } from "react-hook-form"
import { ApiProblem, sentenceOf } from "@/api/problem.ts"

/**
 * Puts the API's complaints beside the fields they are about (`/guests/adults` → `guests.adults`).
 * @returns what belongs to no field of the form, or null.
 */
export function showProblem<Values extends FieldValues, Context, Output>(
  error: unknown,
  form: UseFormReturn<Values, Context, Output>,
  fields: readonly Path<Values>[],
): string | null {
  const complaints = error instanceof ApiProblem ? error.errors : []
  let isShown = false
  for (const { pointer, detail } of complaints) {
    const path = pointer.slice(1).replaceAll("/", ".")
    const field = fields.find((candidate) => path === candidate || path.startsWith(`${candidate}.`))
    if (!field) continue
    form.setError(field, { type: "api", message: detail }, { shouldFocus: !isShown })
    isShown = true
  }
  return isShown ? null : sentenceOf(error)
}
