import { z } from "zod"

const ProblemBody = z.object({
  code: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
})

/** An answer of the API that is not a success (RFC 9457); `message` may be shown to the person. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly errors: { pointer: string; detail: string }[]

  constructor(
    status: number,
    code: string,
    message: string,
    errors: { pointer: string; detail: string }[] = [],
  ) {
    super(message)
    this.name = "ApiProblem"
    this.status = status
    this.code = code
    this.errors = errors
  }
}

/** @returns the problem that the reply states, or a true sentence about its status when it states none. */
export function problemOf(status: number, body: unknown): ApiProblem {
  const parsed = ProblemBody.safeParse(body)
  const stated = parsed.success ? (parsed.data.detail ?? parsed.data.title) : undefined
  const code = parsed.success ? (parsed.data.code ?? String(status)) : String(status)
  return new ApiProblem(status, code, stated ?? sentenceFor(status), parsed.success ? parsed.data.errors : [])
}

/** @returns the problem of a server that could not be reached at all. */
export function unreachable(cause: unknown): ApiProblem {
  const problem = new ApiProblem(
    0,
    "unreachable",
    "The server cannot be reached. Check the connection, then try again.",
  )
  problem.cause = cause
  return problem
}

function sentenceFor(status: number): string {
  if (status === 401) return "You are signed out. Sign in again to go on."
  if (status === 403) return "Your role does not allow this."
  if (status === 404) return "This does not exist, or it no longer does."
  if (status === 429) return "Too many requests. Wait a moment, then try again."
  return "The server could not answer. Try again; if it stays like this, look at Settings → System."
}
