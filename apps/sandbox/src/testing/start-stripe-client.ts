import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import Stripe from "stripe"
import { createSandbox, type RunningSandbox, type SandboxOptions } from "../sandbox.ts"

type Received = { event: Stripe.Event; signature: string; payload: string }

export type StripeBench = {
  sandbox: RunningSandbox
  stripe: Stripe
  received: Received[]
  /** The statuses that the endpoint gives to the next deliveries; 200 when empty. */
  replies: number[]
  secret: string
  types(): string[]
  /** Resolves once the endpoint has been called so often. */
  receives(count: number): Promise<void>
  close(): Promise<void>
}

/** A sandbox, the real SDK pointed at it by host, port and protocol, and an endpoint that verifies signatures. */
export async function startStripeBench(options: SandboxOptions = {}): Promise<StripeBench> {
  const received: Received[] = []
  const replies: number[] = []
  const waiting: { count: number; tell: () => void }[] = []
  const secret = "whsec_test_of_the_sandbox"
  const endpoint = await listen((payload, signature) => {
    // Throws, and so answers 500, when the signature is not right.
    const event = Stripe.webhooks.constructEvent(payload, signature, secret, Number.MAX_SAFE_INTEGER)
    received.push({ event, signature, payload })
    for (const waiter of waiting) if (received.length >= waiter.count) waiter.tell()
    return replies.shift() ?? 200
  })
  const { port } = endpoint.address() as AddressInfo
  const sandbox = await createSandbox({
    stripeWebhook: { url: `http://127.0.0.1:${port}/hook`, secret },
    webhookRetryMs: 5,
    ...options,
  })
  const stripe = new Stripe("sk_test_sandbox", {
    host: "127.0.0.1",
    port: Number(new URL(sandbox.url).port),
    protocol: "http",
    maxNetworkRetries: 0,
  })
  const receives = (count: number) =>
    new Promise<void>((tell) => {
      if (received.length >= count) tell()
      else waiting.push({ count, tell })
    })
  const close = async () => {
    await sandbox.close()
    endpoint.closeAllConnections()
    endpoint.close()
  }
  const types = () => received.map((entry) => entry.event.type)
  return { sandbox, stripe, received, replies, secret, types, receives, close }
}

async function listen(take: (payload: string, signature: string) => number): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      try {
        response.statusCode = take(
          Buffer.concat(chunks).toString(),
          String(request.headers["stripe-signature"]),
        )
      } catch {
        response.statusCode = 500
      }
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return server
}
