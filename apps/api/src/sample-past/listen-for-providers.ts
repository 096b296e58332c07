import { createServer, type ServerResponse } from "node:http"
import type { FastifyInstance } from "fastify"

const RETRY_AFTER_SECONDS = 5

/**
 * Listens where the product will be, for the providers' webhooks alone. Everybody else is told to wait: what they do
 * now would be done months ago, and stay.
 */
export async function listenForProviders(
  http: FastifyInstance,
  { port, host }: { port: number; host: string },
): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, reply) => {
    if (request.url?.startsWith("/v1/webhooks/")) http.routing(request, reply)
    else tellToWait(reply)
  })
  await new Promise<void>((listening, failed) => {
    server.once("error", failed)
    server.listen(port, host, listening)
  })
  return {
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

function tellToWait(reply: ServerResponse): void {
  reply.writeHead(503, {
    "content-type": "application/problem+json",
    "retry-after": String(RETRY_AFTER_SECONDS),
  })
  reply.end(
    JSON.stringify({
      type: "https://myhibachi.example/problems/starting",
      title: "starting",
      status: 503,
      code: "starting",
      detail: "MyHibachi is just starting; please try again in a minute.",
    }),
  )
}
