import type { AddressInfo } from "node:net"
import Fastify from "fastify"
import type { Figure, Proof } from "../../evaluation/src/proof.ts"
import { type MeasuredApplication, startMeasuredApplication } from "./application.ts"
import { makeBooking } from "./booking.ts"
import { median, requestsPerSecond } from "./load.ts"
import { recordStatements } from "./statements.ts"

const LEAST_SHARE = 0.6
// Short turns close to each other: on shared cores the machine changes its speed from one second to the next.
const TURN_SECONDS = 2
const WARM_UP_TURNS = 3

/** How much of the speed of the parts is left when access, validation, serialization and our own reads are around them. */
export const http: Proof = {
  name: "http",
  shows:
    "Requests a second of two routes against a bare Fastify route with the same bytes and against the same SQL by node-postgres.",
  target: "both ≥ 60 %",
  async run({ quick, progress }) {
    const application = await startMeasuredApplication()
    try {
      const turns = quick ? 3 : 9
      await application.http.listen({ port: 0, host: "127.0.0.1" })
      const origin = `http://127.0.0.1:${(application.http.server.address() as AddressInfo).port}` // safe: it listens on TCP
      progress("the public price page against a bare route")
      const page = await measurePage(origin, turns)
      progress("a read of one booking against its SQL")
      const booking = await measureBooking(application, origin, turns)
      return [...page, ...booking]
    } finally {
      await application.close()
    }
  },
}

async function measurePage(origin: string, turns: number): Promise<Figure[]> {
  const url = `${origin}/v1/public/config`
  const bytes = await (await fetch(url)).text()
  const bare = Fastify()
  bare.get("/", (_request, reply) => reply.type("application/json; charset=utf-8").send(bytes))
  const bareUrl = await bare.listen({ port: 0, host: "127.0.0.1" })
  const rounds = await alternate(
    () => requestsPerSecond({ url }, TURN_SECONDS),
    () => requestsPerSecond({ url: bareUrl }, TURN_SECONDS),
    turns,
  )
  await bare.close()
  return shares("price page", "bare Fastify", rounds)
}

async function measureBooking(
  application: MeasuredApplication,
  origin: string,
  turns: number,
): Promise<Figure[]> {
  const token = await makeBooking(application)
  const url = `${origin}/v1/public/bookings/${token}`
  const statements = await recordStatements(application, async () => {
    const reply = await fetch(url)
    if (!reply.ok) throw new Error(`The booking is not readable: ${await reply.text()}`)
    await reply.text()
  })
  // Behind a bare route, so that both sides pay for HTTP and for the load generator's share of the cores.
  const bare = Fastify()
  bare.get("/", async () => {
    for (const { text, values } of statements) await application.pool.query(text, values)
    return "done"
  })
  const bareUrl = await bare.listen({ port: 0, host: "127.0.0.1" })
  const rounds = await alternate(
    () => requestsPerSecond({ url }, TURN_SECONDS),
    () => requestsPerSecond({ url: bareUrl }, TURN_SECONDS),
    turns,
  )
  await bare.close()
  return [
    { what: "statements of one read", value: statements.length, mustBe: "", holds: true },
    ...shares("booking", "its SQL by node-postgres", rounds),
  ]
}

interface Round {
  ours: number
  theirs: number
}

async function alternate(
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
  turns: number,
): Promise<Round[]> {
  const rounds: Round[] = []
  for (let turn = -WARM_UP_TURNS; turn < turns; turn += 1) {
    const round = { ours: await ours(), theirs: await theirs() }
    if (turn >= 0) rounds.push(round)
  }
  return rounds
}

function shares(what: string, against: string, rounds: Round[]): Figure[] {
  const share = median(rounds.map((round) => round.ours / round.theirs))
  return [
    {
      what: `${what}, requests/s`,
      value: Math.round(median(rounds.map((round) => round.ours))),
      mustBe: "",
      holds: true,
    },
    {
      what: `${against}, /s`,
      value: Math.round(median(rounds.map((round) => round.theirs))),
      mustBe: "",
      holds: true,
    },
    {
      what: `${what} as share of ${against}`,
      value: `${Math.round(share * 100)} %`,
      mustBe: "≥ 60 %",
      holds: share >= LEAST_SHARE,
    },
  ]
}
