import type { FastifyReply, FastifyRequest } from "fastify"
import { AppError } from "#platform/errors.ts"

/** Tells the client which version it has read. */
export function setEtag(reply: FastifyReply, version: number): void {
  reply.header("etag", `"v${version}"`)
}

/**
 * Refuses a change that was made on an old version.
 * @throws AppError "if-match-required" (428) without the header, "stale-version" (412) when it has moved on.
 */
export function requireIfMatch(request: FastifyRequest, version: number): void {
  const given = request.headers["if-match"]
  if (!given) {
    throw new AppError(
      "precondition-required",
      "if-match-required",
      "Send the ETag that you read as If-Match.",
    )
  }
  if (given !== `"v${version}"`) {
    throw new AppError(
      "precondition-failed",
      "stale-version",
      "Somebody changed this in the meantime; read it again.",
      {
        currentEtag: `"v${version}"`,
      },
    )
  }
}
