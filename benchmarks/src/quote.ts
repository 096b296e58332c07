import type { Figure, Proof } from "../../evaluation/src/proof.ts"
import { startMeasuredApplication } from "./application.ts"
import { median, percentile95 } from "./load.ts"
import { REFERENCE_MS, runReferenceWorkload } from "./reference-workload.ts"

const QUOTE_SHARE = 5 / REFERENCE_MS
const TIMES = 400

function body(index: number): string {
  return JSON.stringify({
    guests: { adults: 6 + (index % 50), children: index % 7, littleOnes: index % 3 },
    items: [{ sku: "lobster-tail", quantity: 1 + (index % 4) }],
    date: "2027-05-08",
    time: "18:00",
    address: { text: "Oakland, CA" },
  })
}

/** A priced, itemised, stored quote over HTTP, without the time of the providers (the place is known already). */
export const quote: Proof = {
  name: "quote",
  shows: "What a quote costs in the API, as a share of a fixed workload measured beside it.",
  target: "p95 ≤ 5 ms where the reference workload takes 9.5 ms (share ≤ 0.53)",
  async run({ quick, progress }) {
    const application = await startMeasuredApplication()
    try {
      const times = quick ? TIMES / 4 : TIMES
      const milliseconds: number[] = []
      // Before and after, not between: its garbage would be collected on the quotes' time.
      const references = Array.from({ length: 20 }, runReferenceWorkload)
      for (let index = -40; index < times; index += 1) {
        if (index % 100 === 0) progress(`${index} of ${times} quotes`)
        const startedAt = performance.now()
        const reply = await application.http.inject({
          method: "POST",
          url: "/v1/public/quotes",
          headers: { "content-type": "application/json" },
          payload: body(index + 40),
        })
        if (reply.statusCode >= 300) throw new Error(`A quote was refused: ${reply.body}`)
        if (index >= 0) milliseconds.push(performance.now() - startedAt)
      }
      references.push(...Array.from({ length: 20 }, runReferenceWorkload))
      return figures(milliseconds, references)
    } finally {
      await application.close()
    }
  },
}

function figures(milliseconds: number[], references: number[]): Figure[] {
  const reference = median(references)
  const p95 = percentile95(milliseconds)
  const share = p95 / reference
  return [
    { what: "quotes measured", value: milliseconds.length, mustBe: "", holds: true },
    { what: "reference workload, ms", value: round(reference), mustBe: "", holds: true },
    { what: "quote p50, ms", value: round(median(milliseconds)), mustBe: "", holds: true },
    { what: "quote p95, ms", value: round(p95), mustBe: "", holds: true },
    {
      what: "quote p95 as share of the reference",
      value: round(share),
      mustBe: `≤ ${round(QUOTE_SHARE)}`,
      holds: share <= QUOTE_SHARE,
    },
  ]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
