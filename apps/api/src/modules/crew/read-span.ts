import type { Span } from "#platform/database/columns.ts"
import { invalidField } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"

/** @throws AppError "range-invalid" when the end is not after the beginning. */
export function readSpan(input: { from: string; to: string }): Span {
  const span = { from: Temporal.Instant.from(input.from), to: Temporal.Instant.from(input.to) }
  if (Temporal.Instant.compare(span.from, span.to) < 0) return span
  throw invalidField("/to", "The end must be after the beginning.", "range-invalid")
}
