import { securityHeaders } from "@myhibachi/ui/security-policy"
import { type NextRequest, NextResponse } from "next/server"

/** Gives every page its security policy. */
export function proxy(request: NextRequest) {
  const { policy, reply } = securityHeaders(process.env.NODE_ENV === "development")
  const headers = new Headers(request.headers)
  headers.set("content-security-policy", policy)
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of reply) response.headers.set(name, value)
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()")
  return response
}

export const config = { matcher: ["/((?!api/|_next/static|_next/image|icon.svg).*)"] }
