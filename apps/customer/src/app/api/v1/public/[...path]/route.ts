import { apiUrl } from "@/api/read.ts"

export const dynamic = "force-dynamic"

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

/**
 * Passes a request of the browser on to the API, whose address is known only at run time; streams both ways.
 * Only the public routes are reachable here: staff have a site of their own.
 */
async function passOn(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
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
    return Response.json(
      {
        type: "about:blank",
        title: "unavailable",
        status: 503,
        code: "api-unreachable",
        detail: "We cannot reach our records right now. Nothing was lost; please try again in a moment.",
      },
      { status: 503, headers: { "content-type": "application/problem+json" } },
    )
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

export { passOn as DELETE, passOn as GET, passOn as PATCH, passOn as POST, passOn as PUT }
