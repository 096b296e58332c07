import type { FastifyError, FastifyReply, FastifyRequest } from "fastify"
import { AppError, databaseErrorCode, type ErrorKind, type FieldError } from "#platform/errors.ts"
import type { Logger } from "#platform/log.ts"

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  gone: 410,
  "precondition-failed": 412,
  unprocessable: 422,
  "precondition-required": 428,
  "rate-limited": 429,
  unavailable: 503,
}

/** The body of every error, RFC 9457. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  instance: string
  errors?: FieldError[]
}

/** Maps whatever was thrown to a problem; only messages written for people leave the process. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Logger): void {
  const { status, code, detail, extra } = describe(error)
  if (status >= 500) log.error({ err: error, code, requestId: request.id }, "request failed")
  const problem: Problem = {
    type: `https://myhibachi.example/problems/${code}`,
    title: code.replaceAll("-", " "),
    status,
    code,
    detail,
    instance: request.id,
    ...extra,
  }
  void reply.status(status).type("application/problem+json").serializer(JSON.stringify).send(problem)
}

// PostgreSQL's classes: connection exception, out of resources, stopped or starting by its operator.
const OUT_OF_REACH = /^(08|53|57P)/

interface Described {
  status: number
  code: string
  detail: string
  extra?: Record<string, unknown>
}

function describe(error: unknown): Described {
  if (error instanceof AppError) {
    return { status: STATUS[error.kind], code: error.code, detail: error.message, extra: error.extra }
  }
  const fastifyError = error as FastifyError
  if (fastifyError.validation) return describeValidation(fastifyError)
  if (OUT_OF_REACH.test(databaseErrorCode(error) ?? "") || isConnectionRefused(error)) {
    return {
      status: 503,
      code: "database-unavailable",
      detail: "We cannot reach our records right now; please try again shortly.",
    }
  }
  const status = fastifyError.statusCode
  if (status !== undefined && status >= 400 && status < 500)
    return { status, ...describeClientError(status, fastifyError) }
  return {
    status: 500,
    code: "internal-error",
    detail: "Something went wrong on our side; it has been noted.",
  }
}

function describeValidation(error: FastifyError): Described {
  const errors = (error.validation ?? []).map((issue) => ({
    pointer: issue.instancePath === "" ? "/" : issue.instancePath,
    detail: issue.message ?? "is not valid",
  }))
  return { status: 400, code: "invalid-input", detail: sentenceFor(errors[0]), extra: { errors } }
}

/** What a schema says in a sentence is for people; what it leaves to zod needs the name of its field. */
function sentenceFor(first: FieldError | undefined): string {
  if (!first) return "The input is not valid."
  return /[.?!]$/.test(first.detail) ? first.detail : `${first.pointer}: ${first.detail}.`
}

function describeClientError(status: number, error: FastifyError): { code: string; detail: string } {
  switch (status) {
    case 413:
      return { code: "body-too-large", detail: "The request is larger than this address takes; send less." }
    case 414:
      return { code: "address-too-long", detail: "This address is longer than any of ours; check the link." }
    case 415:
      return { code: "media-type-unsupported", detail: "Send the body as application/json." }
    case 429:
      return { code: "rate-limited", detail: "Too many requests; wait a moment and try again." }
    default:
      return { code: "bad-request", detail: error.message }
  }
}

function isConnectionRefused(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = (current as { code?: unknown }).code
    if (code === "ECONNREFUSED" || code === "ECONNRESET" || code === "ENOENT" || code === "EPIPE") return true
    if (
      /Connection terminated|timeout exceeded when trying to connect|is not queryable/.test(current.message)
    )
      return true
  }
  return false
}
