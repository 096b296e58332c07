/** What went wrong, in the classes that a caller can act on; each maps to one HTTP status. */
export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "gone"
  | "precondition-failed"
  | "precondition-required"
  | "unprocessable"
  | "rate-limited"
  | "unavailable"

export interface FieldError {
  /** RFC 6901 pointer into the request body, for example `/guests/adults`. */
  pointer: string
  /** What is wrong and how to mend it, in one sentence. */
  detail: string
}

export interface ErrorExtra {
  errors?: FieldError[]
  [member: string]: unknown
}

/** An error whose message may be read by the person who caused it. Anything else is masked. */
export class AppError extends Error {
  readonly kind: ErrorKind
  readonly code: string
  readonly extra: ErrorExtra

  constructor(
    kind: ErrorKind,
    code: string,
    publicMessage: string,
    extra: ErrorExtra = {},
    options: { cause?: unknown } = {},
  ) {
    super(publicMessage, options)
    this.name = "AppError"
    this.kind = kind
    this.code = code
    this.extra = extra
  }
}

/** @returns the error for a thing that does not exist or must not be known to exist. */
export function notFound(entity: string, id: string): AppError {
  return new AppError("not-found", `${entity}-not-found`, `There is no ${entity} ${id}.`)
}

/** @returns the error for one wrong field of the input. */
export function invalidField(pointer: string, detail: string, code = "invalid-input"): AppError {
  return new AppError("invalid", code, detail, { errors: [{ pointer, detail }] })
}

/** @returns PostgreSQL's five-character error code behind a driver or Drizzle error, if there is one. */
export function databaseErrorCode(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = (current as { code?: unknown }).code
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code
  }
  return undefined
}
