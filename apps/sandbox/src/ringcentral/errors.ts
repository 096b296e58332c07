/** A request that RingCentral refuses. */
export class RingCentralRefusal extends Error {
  readonly status: number
  readonly errorCode: string
  readonly headers: Record<string, string>

  constructor(status: number, errorCode: string, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.errorCode = errorCode
    this.headers = headers
  }
}

/** @returns the error body as the platform words it. */
export function errorBody(errorCode: string, message: string): object {
  return { errorCode, message, errors: [{ errorCode, message }] }
}
