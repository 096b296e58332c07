import { AppError } from "#platform/errors.ts"

export interface FetchGuard {
  /** In production: only https, and only addresses that the whole world can reach. */
  isPublicOnly: boolean
  timeoutMs: number
}

const MOST_REDIRECTS = 3
const PRIVATE_HOST =
  /^(localhost|.*\.(local|internal|localhost)|0\..*|10\..*|127\..*|169\.254\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|\[.*\])$/i

/**
 * A fetch for addresses that people type in: it stays outside of our own network, follows few redirects and only
 * within the server's domain, since the password goes with it, and says in words what went wrong.
 */
export function guardedFetch(guard: FetchGuard): typeof fetch {
  return async (input, init = {}) => {
    let url = new URL(input instanceof Request ? input.url : input)
    for (let hop = 0; ; hop += 1) {
      refuseForbidden(url, guard)
      const response = await send(url, { ...init, redirect: "manual" }, guard.timeoutMs)
      const location = response.headers.get("location")
      const isFollowed = init.redirect !== "manual" && response.status >= 300 && response.status < 400
      if (!isFollowed || !location) return refuseFailure(response)
      const next = new URL(location, url)
      if (hop === MOST_REDIRECTS || domainOf(next) !== domainOf(url))
        throw unreachable(`The calendar server sends us on to ${next.host}; enter that address instead.`)
      url = next
    }
  }
}

function refuseForbidden(url: URL, { isPublicOnly }: FetchGuard): void {
  const isWeb = url.protocol === "https:" || (url.protocol === "http:" && !isPublicOnly)
  if (isWeb && !(isPublicOnly && PRIVATE_HOST.test(url.hostname))) return
  throw new AppError(
    "invalid",
    "calendar-address-invalid",
    "Enter the public address of the calendar server, beginning with https://.",
    { errors: [{ pointer: "/serverUrl", detail: "Begin with https:// and a public name." }] },
  )
}

async function send(url: URL, init: RequestInit, timeoutMs: number): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
  } catch (cause) {
    throw unreachable("The calendar server cannot be reached; check its address, or try again later.", cause)
  }
}

function refuseFailure(response: Response): Response {
  if (response.status === 401 || response.status === 403) {
    throw new AppError(
      "unprocessable",
      "calendar-login-refused",
      "The calendar server refuses this name and password; make a new app password there and connect again.",
    )
  }
  if (response.status >= 500 || response.status === 429)
    throw unreachable(`The calendar server is out of order (${response.status}); we try again later.`)
  return response
}

/** @returns the error for a server that does not do its work. */
export function unreachable(message: string, cause?: unknown): AppError {
  return new AppError("unavailable", "calendar-unreachable", message, {}, { cause })
}

function domainOf(url: URL): string {
  return url.hostname.split(".").slice(-2).join(".")
}
