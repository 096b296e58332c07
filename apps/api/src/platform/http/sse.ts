import type { FastifyReply, FastifyRequest } from "fastify"
import type { Context } from "#platform/context.ts"

const HEARTBEAT_MS = 15_000

/** Sends live hints about the topics until the client goes away or the server stops. */
export function openEventStream(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  topics: string[],
): void {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    connection: "keep-alive",
    "x-accel-buffering": "no",
  })
  raw.write("retry: 2000\n\n")
  const end = ctx.services.live.subscribe(topics, (event) => {
    raw.write(`event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`)
  })
  const heartbeat = setInterval(() => raw.write(": alive\n\n"), HEARTBEAT_MS)
  request.raw.once("close", () => {
    clearInterval(heartbeat)
    end()
  })
}
