// They belong to one connection, not to the message (RFC 9110, 7.6.1), or are set anew by fetch.
const HOP_HEADERS = [
  "connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  "host",
  "content-length",
  "expect",
]
// fetch has already undone the encoding.
const REPLY_HEADERS = ["connection", "keep-alive", "transfer-encoding", "content-encoding", "content-length"]

export interface PassOn {
  /** Where the API is, known only at run time. */
  apiUrl: () => string
  /** The paths under this site's `/api` that it passes on; all others do not exist here. */
  allowed: RegExp
  /** What people read when the API does not answer. */
  unreachable: string
}

/** @returns a route handler that passes a request of the browser on to the API; streams both ways. */
export function passingOn({ apiUrl, allowed, unreachable }: PassOn): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url)
    if (!allowed.test(pathname)) return problem(404, "route-not-found", "There is no such address.")
    const headers = new Headers(request.headers)
    for (const name of HOP_HEADERS) headers.delete(name)
    try {
      const reply = await fetch(`${apiUrl()}${pathname.slice("/api".length)}${search}`, {
        method: request.method,
        headers,
        signal: request.signal,
        redirect: "manual",
        cache: "no-store",
        ...(request.body ? { body: request.body, duplex: "half" } : {}),
      })
      return new Response(reply.body, { status: reply.status, headers: replyHeaders(reply) })
    } catch (cause) {
      if (request.signal.aborted) return new Response(null, { status: 499 })
      console.error("the API cannot be reached", cause)
      return problem(503, "api-unreachable", unreachable)
    }
  }
}

function replyHeaders(reply: Response): Headers {
  const headers = new Headers(reply.headers)
  for (const name of REPLY_HEADERS) headers.delete(name)
  // Compressing a live stream would hold its lines back.
  if (headers.get("content-type")?.startsWith("text/event-stream"))
    headers.set("cache-control", "no-store, no-transform")
  return headers
}

function problem(status: number, code: string, detail: string): Response {
  return Response.json(
    { type: "about:blank", title: code, status, code, detail },
    { status, headers: { "content-type": "application/problem+json" } },
  )
}
