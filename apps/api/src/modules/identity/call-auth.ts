import type { FastifyReply, FastifyRequest } from "fastify"
import { AppError, type ErrorKind } from "#platform/errors.ts"
import { ADDRESS_HEADER } from "./staff-auth.ts"

/** @returns the headers that better-auth may see of a request. */
export function authHeaders(request: FastifyRequest): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: request.ip })
  const { cookie } = request.headers
  if (cookie) headers.set("cookie", cookie)
  const agent = request.headers["user-agent"]
  if (agent) headers.set("user-agent", agent.slice(0, 300))
  return headers
}

const WRONG_CODE = {
  kind: "unauthenticated",
  code: "code-wrong",
  message: "This code is not right, or it is used up; try the next one.",
} as const
const EXPIRED_ATTEMPT = {
  kind: "unauthenticated",
  code: "sign-in-expired",
  message: "This sign-in took too long; please start again with your password.",
} as const

const PROBLEMS: Record<string, { kind: ErrorKind; code: string; message: string }> = {
  INVALID_EMAIL_OR_PASSWORD: {
    kind: "unauthenticated",
    code: "sign-in-failed",
    message: "The e-mail address or the password is not right.",
  },
  INVALID_PASSWORD: {
    kind: "unauthenticated",
    code: "password-wrong",
    message: "The password is not right.",
  },
  INVALID_TOKEN: {
    kind: "gone",
    code: "reset-link-invalid",
    message: "This link was used or is too old; ask for a new one.",
  },
  INVALID_CODE: WRONG_CODE,
  INVALID_BACKUP_CODE: WRONG_CODE,
  INVALID_TWO_FACTOR_COOKIE: EXPIRED_ATTEMPT,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: {
    kind: "rate-limited",
    code: "too-many-attempts",
    message: "Too many wrong codes; please start again with your password.",
  },
  TOTP_NOT_ENABLED: {
    kind: "conflict",
    code: "two-factor-off",
    message: "Two-factor sign-in is not switched on.",
  },
  TWO_FACTOR_NOT_ENABLED: {
    kind: "conflict",
    code: "two-factor-off",
    message: "Two-factor sign-in is not switched on.",
  },
  BACKUP_CODES_NOT_ENABLED: {
    kind: "conflict",
    code: "two-factor-off",
    message: "Two-factor sign-in is not switched on.",
  },
  TOTP_ALREADY_ENABLED: {
    kind: "conflict",
    code: "two-factor-on",
    message: "Two-factor sign-in is on already; switch it off first.",
  },
  ACCOUNT_TEMPORARILY_LOCKED: {
    kind: "rate-limited",
    code: "too-many-attempts",
    message: "Too many wrong codes; please wait a quarter of an hour.",
  },
  UNAUTHORIZED: { kind: "unauthenticated", code: "sign-in-required", message: "Please sign in." },
}

/** Runs a call of better-auth and hands its cookies on. @throws AppError for what a person can mend. */
export async function callAuth<T>(
  reply: FastifyReply,
  call: () => Promise<{ headers: Headers; response: T }>,
): Promise<T> {
  try {
    const { headers, response } = await call()
    for (const cookie of headers.getSetCookie()) reply.header("set-cookie", cookie)
    return response
  } catch (error) {
    throw translate(error)
  }
}

function translate(error: unknown): unknown {
  const code = (error as { body?: { code?: unknown } }).body?.code
  const problem = typeof code === "string" ? PROBLEMS[code] : undefined
  return problem ? new AppError(problem.kind, problem.code, problem.message, {}, { cause: error }) : error
}
