import { once } from "node:events"
import { Agent, request } from "node:http"
import { type AddressInfo, createServer } from "node:net"
import { Pool } from "pg"
import { systemClock } from "../../apps/api/src/platform/time.ts"
import {
  type Delivery,
  signDelivery,
} from "../../apps/api/src/providers/payments/testing/start-card-bench.ts"
import { Killable } from "../../evaluation/src/killable-worker.ts"
import type { Chance } from "./chance.ts"

const CONNECTIONS = 16
const PATIENCE_MS = 90_000
const LOOK_EVERY_MS = 25
/** So many places a message may come early or late. */
const OVERTAKING = 40

/** What the database says when all is over. */
export interface Books {
  kinds: number
  waiting: number
  bookings: number
  entries: number
  outOfBalanceCents: number
}

/** A web process and a worker of the product on one database, and the messages that are to be told to them. */
export class WebhookPair {
  readonly #environment: Record<string, string>
  readonly #chance: Chance
  readonly #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  readonly #worker: Killable
  #web: Killable | undefined
  #port = 0
  #messages: Delivery[] = []
  readonly pool: Pool

  constructor(environment: Record<string, string>, chance: Chance) {
    this.#environment = { ...environment, RATE_LIMIT_FACTOR: "1000000" }
    this.#chance = chance
    this.#worker = new Killable(this.#environment)
    this.pool = new Pool({ connectionString: environment.DATABASE_URL, max: 4 })
    // Without a listener the end of an idle connection would end the proof and hide why.
    this.pool.on("error", () => undefined)
  }

  /** Takes the provider's messages, to be told as they come in life: about in order, and some overtake others. */
  tellOf(messages: Delivery[]): void {
    this.#messages = messages
      .map((message, index) => ({ message, place: index + OVERTAKING * this.#chance.next() }))
      .sort((left, right) => left.place - right.place)
      .map(({ message }) => message)
  }

  get left(): number {
    return this.#messages.length
  }

  async start(): Promise<void> {
    this.#port = await freePort()
    this.#web = new Killable({
      ...this.#environment,
      MYHIBACHI_ROLE: "web",
      API_PORT: String(this.#port),
      HOST: "127.0.0.1",
    })
    await this.#web.start()
    await this.#worker.start()
  }

  async stop(): Promise<void> {
    this.#agent.destroy()
    await this.#web?.kill()
    await this.#worker.kill()
    await this.pool.end()
  }

  async pauseWorker(): Promise<void> {
    await this.#worker.kill()
  }

  /** Sends messages at fixed instants, whether or not the earlier ones are answered. @returns milliseconds, each from its instant on. */
  async tellSteadily(count: number, perSecond: number): Promise<number[]> {
    const messages = this.#take(count)
    const startedAt = performance.now()
    return Promise.all(
      messages.map(async (message, index) => {
        const dueAt = startedAt + (index * 1000) / perSecond
        await new Promise((due) => setTimeout(due, Math.max(0, dueAt - performance.now())))
        const sentAt = performance.now()
        await this.#tell(message)
        return performance.now() - sentAt
      }),
    )
  }

  /** @returns how many were told. */
  async tellTheRest(): Promise<number> {
    const messages = this.#take(this.left)
    let next = 0
    const lane = async () => {
      for (let message = messages[next++]; message; message = messages[next++]) await this.#tell(message)
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, lane))
    return messages.length
  }

  /** Starts the worker again. @returns seconds from the instant at which it took jobs until no message waits. */
  async secondsToSeeTo(): Promise<number> {
    await this.#worker.start()
    const startedAt = performance.now()
    await this.untilSeenTo()
    return (performance.now() - startedAt) / 1000
  }

  /** Waits until no message waits. @throws Error when that takes longer than anybody would wait. */
  async untilSeenTo(): Promise<void> {
    const until = performance.now() + PATIENCE_MS
    while ((await this.#waiting()) > 0) {
      if (performance.now() > until) throw new Error("Messages still wait; the worker does not get on.")
      await new Promise((rested) => setTimeout(rested, LOOK_EVERY_MS))
    }
  }

  async readBooks(): Promise<Books> {
    const { rows } = await this.pool.query<Record<keyof Books, string>>(`select
      (select count(distinct type) from payments_webhook_events) as kinds,
      (select count(*) from booking_bookings) as bookings,
      (select count(*) from payments_ledger_entries) as entries,
      (select abs(coalesce(sum(amount_cents), 0)) from payments_ledger_lines) as "outOfBalanceCents"`)
    const [books] = rows
    return {
      kinds: Number(books?.kinds),
      waiting: await this.#waiting(),
      bookings: Number(books?.bookings),
      entries: Number(books?.entries),
      outOfBalanceCents: Number(books?.outOfBalanceCents),
    }
  }

  async #waiting(): Promise<number> {
    const { rows } = await this.pool.query<{ open: string }>(
      "select count(*) as open from payments_webhook_events where state not in ('processed', 'ignored')",
    )
    return Number(rows[0]?.open)
  }

  #take(count: number): Delivery[] {
    if (count > this.left) throw new Error(`Only ${this.left} of ${count} messages are left.`)
    return this.#messages.splice(0, count)
  }

  async #tell(message: Delivery): Promise<void> {
    const outgoing = request({
      agent: this.#agent,
      host: "127.0.0.1",
      port: this.#port,
      path: "/v1/webhooks/stripe",
      method: "POST",
      headers: { "content-type": "application/json", "stripe-signature": signDelivery(message, systemClock) },
    })
    outgoing.end(message.body)
    const [reply] = await once(outgoing, "response")
    let text = ""
    for await (const chunk of reply) text += chunk
    if (reply.statusCode !== 200) throw new Error(`A true message was answered ${reply.statusCode}: ${text}`)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo // safe: it listens on TCP
  server.close()
  await once(server, "close")
  return port
}
