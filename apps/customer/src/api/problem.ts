import { z } from "zod"

const ProblemBody = z.looseObject({
  code: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
})

/** An answer of the API that is no success (RFC 9457); `message` is written for the customer. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly errors: { pointer: string; detail: string }[]
  /** Further members, for example the other starts when one is taken. */
  readonly extra: Record<string, unknown>

  constructor(
    status: number,
    code: string,
    message: string,
    details: Partial<Pick<ApiProblem, "errors" | "extra">> = {},
  ) {
    super(message)
    this.name = "ApiProblem"
    this.status = status
    this.code = code
    this.errors = details.errors ?? []
    this.extra = details.extra ?? {}
  }
}

/** @returns the problem that the reply states, or a true sentence about its status when it states none. */
export function problemOf(status: number, body: unknown): ApiProblem {
  const parsed = ProblemBody.safeParse(body)
  if (!parsed.success) return new ApiProblem(status, String(status), sentenceFor(status))
  const { code, detail, errors, ...extra } = parsed.data
  return new ApiProblem(status, code ?? String(status), detail ?? sentenceFor(status), { errors, extra })
}

/** @returns the problem of an API that did not answer at all. */
export function unreachable(): ApiProblem {
  return new ApiProblem(
    0,
    "unreachable",
    "We cannot be reached right now. Check your connection and try again.",
  )
}

/** @returns what to tell the customer about anything that was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiProblem ? error.message : sentenceFor(500)
}

function sentenceFor(status: number): string {
  if (status === 404) return "This does not exist, or it no longer does."
  if (status === 429) return "That was a little fast. Wait a moment, then try again."
  return "Something went wrong on our side. Please try again in a moment."
}
