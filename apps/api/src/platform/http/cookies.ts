import { parseCookie, type SetCookie, stringifySetCookie } from "cookie"
import type { FastifyReply, FastifyRequest } from "fastify"

/** @returns the value of one cookie of the request. */
export function readCookie(request: FastifyRequest, name: string): string | undefined {
  const { cookie } = request.headers
  return cookie ? parseCookie(cookie)[name] : undefined
}

/** Sends a cookie with the reply. */
export function setCookie(reply: FastifyReply, cookie: SetCookie): void {
  reply.header("set-cookie", stringifySetCookie(cookie))
}

/** Takes a cookie back; its path must be the one it was set with. */
export function clearCookie(reply: FastifyReply, cookie: Omit<SetCookie, "value">): void {
  setCookie(reply, { ...cookie, value: "", expires: new Date(0), maxAge: 0 })
}
