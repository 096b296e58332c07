import { createFreshDatabase, POSTGRES_URL } from "../../apps/api/src/platform/testing/servers.ts"
import { systemClock } from "../../apps/api/src/platform/time.ts"
import { startCardBench } from "../../apps/api/src/providers/payments/testing/start-card-bench.ts"
import { information, none } from "../../evaluation/src/figures.ts"
import { payForParties } from "../../evaluation/src/paid-parties.ts"
import type { Figure, Proof } from "../../evaluation/src/proof.ts"
import { startMeasuredApplication } from "./application.ts"
import { seededChance } from "./chance.ts"
import { median, percentile95 } from "./load.ts"
import { REFERENCE_MS, runReferenceWorkload } from "./reference-workload.ts"
import { type Books, WebhookPair } from "./webhook-pair.ts"
import { insertBareRows } from "./webhook-rows.ts"

const PER_SECOND = 200
const MOST_MS = 25
const LEAST_PER_SECOND = 150

interface Size {
  parties: number
  /** So many portions of so many messages come at the steady rate; the first portion only warms up. */
  portions: number
  portion: number
}

const FULL: Size = { parties: 560, portions: 6, portion: 400 }
const QUICK: Size = { parties: 60, portions: 2, portion: 100 }

/** Messages of the card provider as they come on a busy day, to a web process and a worker beside PostgreSQL. */
export const webhookLoad: Proof = {
  name: "webhook-load",
  shows:
    "Signed messages about parties really paid, over HTTP to a web process; a worker asks the provider and books; beside it bare rows into the same database.",
  target: `answer p95 ≤ ${MOST_MS} ms at ${PER_SECOND} messages/s; ≥ ${LEAST_PER_SECOND} messages/s seen to, where the reference workload takes ${REFERENCE_MS} ms`,
  async run({ quick, seed, progress }) {
    if (!POSTGRES_URL)
      throw new Error("Set TEST_POSTGRES_URL to a PostgreSQL on which databases may be created.")
    const size = quick ? QUICK : FULL
    const cards = await startCardBench(systemClock)
    const database = await createFreshDatabase(POSTGRES_URL)
    const environment = { ...cards.environment, DATABASE_URL: database.url }
    const pair = new WebhookPair(environment, seededChance(seed))
    try {
      await payAll(environment, cards, size.parties, progress)
      pair.tellOf(await cards.deliveries())
      progress(`${pair.left} messages wait to be told`)
      await pair.start()
      const answers = await measureAnswers(pair, size, progress)
      const processing = await measureProcessing(pair, progress)
      return [...answers, ...processing, ...describeBooks(await pair.readBooks(), size.parties)]
    } finally {
      await pair.stop()
      await cards.close()
      await database.drop()
    }
  },
}

async function payAll(
  environment: Record<string, string>,
  cards: Awaited<ReturnType<typeof startCardBench>>,
  parties: number,
  progress: (text: string) => void,
): Promise<void> {
  const application = await startMeasuredApplication(environment)
  try {
    await payForParties(application, cards, parties, (paid) => {
      if (paid % 100 === 0) progress(`${paid} of ${parties} parties paid`)
    })
  } finally {
    await application.close()
  }
}

async function measureAnswers(
  pair: WebhookPair,
  { portions, portion }: Size,
  progress: (text: string) => void,
): Promise<Figure[]> {
  const milliseconds: number[] = []
  const shares: number[] = []
  const references: number[] = []
  for (let index = 0; index < portions; index += 1) {
    const before = runReferenceWorkload()
    const times = await pair.tellSteadily(portion, PER_SECOND)
    await pair.untilSeenTo()
    const referenceMs = (before + runReferenceWorkload()) / 2
    if (index === 0) continue
    progress(`${portion} messages at ${PER_SECOND}/s: p95 ${round(percentile95(times))} ms`)
    references.push(referenceMs)
    milliseconds.push(...times)
    shares.push(...times.map((each) => each / referenceMs))
  }
  const [share, mostShare] = [percentile95(shares), MOST_MS / REFERENCE_MS]
  const [p50, p95, reference] = [median(milliseconds), percentile95(milliseconds), median(references)]
  return [
    information("messages told at the steady rate, while the worker works", milliseconds.length),
    information("answers, p50 / p95 / reference ms", [p50, p95, reference].map(round).join(" / ")),
    {
      what: `answer p95 at ${PER_SECOND}/s as share of the reference`,
      value: round(share),
      mustBe: `≤ ${round(mostShare)} (${MOST_MS} ms)`,
      holds: share <= mostShare,
    },
  ]
}

/** The rest is told while no worker runs; then one works off what has piled up. */
async function measureProcessing(pair: WebhookPair, progress: (text: string) => void): Promise<Figure[]> {
  await pair.pauseWorker()
  const count = await pair.tellTheRest()
  const before = [runReferenceWorkload(), runReferenceWorkload()]
  const bareBefore = await insertBareRows(pair.pool, count)
  progress(`${count} messages have piled up; ${Math.round(bareBefore)} bare rows/s`)
  const perSecond = count / (await pair.secondsToSeeTo())
  const bare = (bareBefore + (await insertBareRows(pair.pool, count))) / 2
  const referenceMs = median([...before, runReferenceWorkload(), runReferenceWorkload()])
  // On a machine of half the speed half as many are asked for.
  const asOnReference = (perSecond * referenceMs) / REFERENCE_MS
  return [
    information("messages that had piled up", count),
    information("bare rows/s, one a statement over as many connections", Math.round(bare)),
    information("messages/s seen to", Math.round(perSecond)),
    information("messages seen to as share of bare rows", `${round((100 * perSecond) / bare)} %`),
    {
      what: `messages/s, at the speed of the reference (here ${round(referenceMs)} ms)`,
      value: Math.round(asOnReference),
      mustBe: `≥ ${LEAST_PER_SECOND}`,
      holds: asOnReference >= LEAST_PER_SECOND,
    },
  ]
}

/** Fast and wrong would prove nothing. */
function describeBooks(books: Books, parties: number): Figure[] {
  return [
    information("kinds of messages", books.kinds),
    none("messages not seen to", books.waiting),
    none("parties not booked once", Math.abs(parties - books.bookings)),
    none("payments and fees not booked once", Math.abs(2 * parties - books.entries)),
    none("cents by which the ledger is out of balance", books.outOfBalanceCents),
  ]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
