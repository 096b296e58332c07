import type { NextRequest } from "next/server"
import { NextResponse } from "next/server"

/** Gives every page a policy under which only this site's own scripts run. */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl
  const policy = securityPolicy(crypto.randomUUID().replaceAll("-", ""))
  const headers = new Headers(request.headers)
  headers.set("content-security-policy", policy)
  headers.set("x-path", pathname + search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set("content-security-policy", policy)
  response.headers.set("referrer-policy", "same-origin")
  response.headers.set("x-content-type-options", "nosniff")
  return response
}

function securityPolicy(nonce: string): string {
  // React's development build explains errors with eval; the production build never uses it.
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")
}

export const config = { matcher: ["/((?!api/|_next/static|_next/image|icon.svg).*)"] }
