/** Anthropic's error body. */
export function anthropicError(status: number, message: string): object {
  const types: Record<number, string> = {
    400: "invalid_request_error",
    401: "authentication_error",
    404: "not_found_error",
    429: "rate_limit_error",
    503: "overloaded_error",
  }
  return { type: "error", error: { type: types[status] ?? "api_error", message }, request_id: null }
}
