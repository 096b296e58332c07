import { securityHeaders } from "@myhibachi/ui/security-policy"
import { type NextRequest, NextResponse } from "next/server"

/** Gives every page its security policy, and its own address for the way back after a sign-in. */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl
  const { policy, reply } = securityHeaders(process.env.NODE_ENV === "development")
  const headers = new Headers(request.headers)
  headers.set("content-security-policy", policy)
  headers.set("x-path", pathname + search)
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of reply) response.headers.set(name, value)
  return response
}

export const config = { matcher: ["/((?!api/|_next/static|_next/image|icon.svg).*)"] }
