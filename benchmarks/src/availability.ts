import type { AddressInfo } from "node:net"
import type { Availability } from "@myhibachi/contract/availability"
import { createFreshDatabase, POSTGRES_URL } from "../../apps/api/src/platform/testing/servers.ts"
import { information } from "../../evaluation/src/figures.ts"
import type { Figure, Proof } from "../../evaluation/src/proof.ts"
import { type MeasuredApplication, startMeasuredApplication } from "./application.ts"
import { drawGrowth } from "./draw-growth.ts"
import { median, percentile95 } from "./load.ts"
import { createClaimedWorld } from "./load-claims.ts"
import { REFERENCE_MS, runReferenceWorkload } from "./reference-workload.ts"

const STATION = "st_fremont"
const ADDRESS = "1221 Broadway, Oakland, CA 94612"
const DAYS = 31
// Short batches with the reference on both sides: on shared cores the machine changes its speed all the time.
const BATCHES = 20
const BATCH_TIMES = 15
const WARM_UP_BATCHES = 3
/** The bound holds at this many claims; the others show the growth. */
const JUDGED_CLAIMS = 100_000
const SIZES = [10_000, JUDGED_CLAIMS, 1_000_000]
const QUICK_SIZES = [10_000, JUDGED_CLAIMS]

export interface Measured {
  claims: number
  /** Milliseconds. */
  p50: number
  p95: number
  /** As shares of the reference workload beside each batch. */
  p50Share: number
  p95Share: number
  referenceMs: number
}

interface Database {
  name: string
  /** Bound of the 95th percentile where the reference workload takes its 9.5 ms. */
  mostMs: number
  url: string | null
}

/** A month of starts for twelve chefs, over HTTP, while the table of claims grows. */
export const availability: Proof = {
  name: "availability",
  shows:
    "A month of starts at a station of 12 chefs over HTTP, with 100,000 claims in the database, and how it grows with them.",
  target:
    "p95 ≤ 50 ms on PostgreSQL, ≤ 150 ms embedded where the reference workload takes 9.5 ms; growth at most logarithmic",
  async run({ quick, progress }) {
    const sizes = quick ? QUICK_SIZES : SIZES
    const databases: Database[] = [{ name: "embedded", mostMs: 150, url: null }]
    if (POSTGRES_URL) databases.unshift({ name: "PostgreSQL", mostMs: 50, url: POSTGRES_URL })
    const figures: Figure[] = [information("largest number of claims", sizes.at(-1) ?? 0)]
    const series: { name: string; measured: Measured[] }[] = []
    for (const database of databases) {
      const measured = await measureDatabase(database, sizes, progress)
      figures.push(...judge(database, measured))
      series.push({ name: database.name, measured })
    }
    progress(`chart in ${drawGrowth("availability", series)}`)
    return figures
  },
}

async function measureDatabase(
  { name, url }: Database,
  sizes: number[],
  progress: (text: string) => void,
): Promise<Measured[]> {
  const fresh = url ? await createFreshDatabase(url) : null
  const application = await startMeasuredApplication(fresh ? { DATABASE_URL: fresh.url } : {})
  try {
    await application.http.listen({ port: 0, host: "127.0.0.1" })
    const today = application.services.clock.now().toString().slice(0, 10)
    const world = await createClaimedWorld(application.pool, STATION, today)
    const measured: Measured[] = []
    for (const claims of sizes) {
      progress(`${name}: filling up to ${claims} claims`)
      await world.fillTo(claims)
      // On a server the database does this by itself in the minutes after such a load.
      if (url) await application.pool.query("vacuum analyze crew_claims")
      await application.pool.query("checkpoint")
      progress(`${name}: asking ${BATCHES * BATCH_TIMES} times with ${claims} claims`)
      measured.push({ claims, ...(await measureRequests(application, today)) })
    }
    return measured
  } finally {
    await application.close()
    await fresh?.drop()
  }
}

async function measureRequests(application: MeasuredApplication, today: string) {
  const origin = `http://127.0.0.1:${(application.http.server.address() as AddressInfo).port}` // safe: it listens on TCP
  const milliseconds: number[] = []
  const shares: number[] = []
  const references: number[] = []
  for (let batch = -WARM_UP_BATCHES; batch < BATCHES; batch += 1) {
    const before = runReferenceWorkload()
    const times = await measureBatch(origin, today, (batch + WARM_UP_BATCHES) * BATCH_TIMES)
    const referenceMs = (before + runReferenceWorkload()) / 2
    if (batch < 0) continue
    references.push(referenceMs)
    milliseconds.push(...times)
    shares.push(...times.map((each) => each / referenceMs))
  }
  return {
    p50: median(milliseconds),
    p95: percentile95(milliseconds),
    p50Share: median(shares),
    p95Share: percentile95(shares),
    referenceMs: median(references),
  }
}

async function measureBatch(origin: string, today: string, first: number): Promise<number[]> {
  const milliseconds: number[] = []
  for (let index = first; index < first + BATCH_TIMES; index += 1) {
    const url = `${origin}/v1/public/availability?${queryOf(today, index)}`
    const startedAt = performance.now()
    const reply = await fetch(url)
    const body = await reply.text()
    milliseconds.push(performance.now() - startedAt)
    refuseEmpty(reply, body)
  }
  return milliseconds
}

/** Another month and another party each time. */
function queryOf(today: string, index: number): string {
  const from = dayAfter(today, 3 + (index % 10))
  return new URLSearchParams({
    from,
    to: dayAfter(from, DAYS - 1),
    adults: String(8 + (index % 80)),
    address: ADDRESS,
  }).toString()
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A fast answer that offers nothing would prove nothing. */
function refuseEmpty(reply: Response, body: string): void {
  if (!reply.ok) throw new Error(`The starts were refused: ${body}`)
  const { days } = JSON.parse(body) as Availability // safe: the route's own schema made it
  if (days.length !== DAYS) throw new Error(`${days.length} days came instead of ${DAYS}.`)
  if (!days.some((day) => day.starts.length > 0)) throw new Error("No start was offered in a whole month.")
}

function judge({ name, mostMs }: Database, measured: Measured[]): Figure[] {
  const judged = measured.find(({ claims }) => claims === JUDGED_CLAIMS)
  const [first] = measured
  const last = measured.at(-1)
  if (!judged || !first || !last) throw new Error("The sizes to be judged were not measured.")
  const share = judged.p95Share
  const mostShare = mostMs / REFERENCE_MS
  const growth = last.p50Share / first.p50Share
  const mostGrowth = Math.log(last.claims) / Math.log(first.claims)
  return [
    ...measured.map(({ claims, p50, p95, referenceMs }) =>
      information(
        `${name}: ${claims} claims, p50 / p95 / reference ms`,
        [p50, p95, referenceMs].map(round).join(" / "),
      ),
    ),
    {
      what: `${name}: p95 with ${JUDGED_CLAIMS} claims as share of the reference`,
      value: round(share),
      mustBe: `≤ ${round(mostShare)} (${mostMs} ms)`,
      holds: share <= mostShare,
    },
    {
      what: `${name}: p50 share with ${last.claims} claims against ${first.claims}`,
      value: round(growth),
      mustBe: `≤ ${round(mostGrowth)} (as the logarithm)`,
      holds: growth <= mostGrowth,
    },
  ]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
