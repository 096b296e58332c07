/** OpenAI's error body. */
export function openaiError(status: number, message: string): object {
  const types: Record<number, [string, string | null]> = {
    400: ["invalid_request_error", null],
    401: ["invalid_request_error", "invalid_api_key"],
    404: ["invalid_request_error", "unknown_url"],
    429: ["requests", "rate_limit_exceeded"],
    503: ["server_error", "service_unavailable"],
  }
  const [type, code] = types[status] ?? ["server_error", null]
  return { error: { message, type, param: null, code } }
}
