import type { z } from "zod"
import { AppError } from "#platform/errors.ts"

/**
 * Reads what an agent's tool or another module gives, as strictly as what comes over HTTP.
 * @throws AppError "invalid-input" with a pointer for each wrong field.
 */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map((issue) => ({
    pointer: `/${issue.path.join("/")}`,
    detail: issue.message,
  }))
  throw new AppError(
    "invalid",
    "invalid-input",
    errors[0]?.detail ?? "The input is not valid.",
    { errors },
    { cause: parsed.error },
  )
}
