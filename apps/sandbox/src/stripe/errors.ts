import type { JsonObject } from "../core/json.ts"

/** A refusal in Stripe's own words: the status and the error envelope's inside. */
export class StripeRefusal extends Error {
  readonly status: number
  readonly details: JsonObject

  constructor(status: number, details: JsonObject) {
    super(String(details.message))
    this.status = status
    this.details = details
  }
}

/** A parameter that is missing, of the wrong kind or not possible now. */
export function invalidRequest(message: string, more: { param?: string; code?: string } = {}): StripeRefusal {
  return new StripeRefusal(400, { type: "invalid_request_error", message, ...more })
}

/** A parameter that was not given. */
export function missingParameter(param: string): StripeRefusal {
  return invalidRequest(`Missing required param: ${param}.`, { param, code: "parameter_missing" })
}

/** An object that does not exist: 404 when the path names it, 400 when a parameter does. */
export function noSuch(kind: string, id: string, param?: string): StripeRefusal {
  const status = param === undefined ? 404 : 400
  const message = `No such ${kind}: '${id}'`
  const details = { type: "invalid_request_error", code: "resource_missing", message, param: param ?? "id" }
  return new StripeRefusal(status, details)
}

/** A step that the object's state does not allow. */
export function unexpectedState(code: string, message: string, more: JsonObject = {}): StripeRefusal {
  return new StripeRefusal(400, { type: "invalid_request_error", code, message, ...more })
}

/** The error body for faults of the line. */
export function stripeLineError(status: number, message: string): object {
  if (status === 429) return { error: { type: "invalid_request_error", code: "rate_limit", message } }
  return { error: { type: "api_error", message } }
}
