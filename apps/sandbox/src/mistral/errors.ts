/** Mistral's error body. */
export function mistralError(status: number, message: string): object {
  const types: Record<number, string> = {
    400: "invalid_request_error",
    401: "unauthorized",
    404: "not_found",
    422: "invalid_request_error",
    429: "rate_limited",
  }
  return {
    object: "error",
    message,
    type: types[status] ?? "service_unavailable",
    param: null,
    code: String(status),
  }
}
