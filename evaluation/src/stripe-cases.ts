import { startPaymentBench } from "../../apps/api/src/modules/payments/testing/payment-bench.ts"
import { SettableClock } from "../../apps/api/src/platform/time.ts"
import { startMeasuredApplication } from "../../benchmarks/src/application.ts"
import type { Figure, Proof } from "./proof.ts"
import { chargeCases } from "./stripe-charges.ts"
import { faultCases } from "./stripe-faults.ts"
import { refundCases } from "./stripe-refunds.ts"
import { Scene } from "./stripe-scene.ts"

const NOW = "2026-11-10T20:00:00Z"

/** One case with what must come of it. */
export interface Case {
  what: string
  /** @throws Error with what came instead. */
  play(scene: Scene): Promise<void>
}

/** The card provider's own test cases, each through the product: pages, messages, charges, refunds, books. */
export const stripeCases: Proof = {
  name: "stripe-cases",
  shows:
    "Stripe's test cards, 3-D Secure, declines, refunds that wait or fail, lost and late messages and an API that is down, through the product.",
  target: "every case holds, the books balance after each",
  async run({ progress }) {
    const clock = new SettableClock(NOW)
    const bench = await startPaymentBench(async (environment) => {
      const application = await startMeasuredApplication(environment, clock)
      const system = { kind: "system", name: "proof" } as const
      return {
        ...application,
        clock,
        ctx: (actor = system) => application.context(actor),
        drain: (isStrict = true) =>
          application.jobs.drain((requestId) => application.context(system, requestId), isStrict),
      }
    })
    try {
      const scene = new Scene(bench)
      const figures: Figure[] = []
      for (const one of [...chargeCases, ...refundCases, ...faultCases]) {
        progress(one.what)
        figures.push(await judge(scene, one))
      }
      return figures
    } finally {
      await bench.close()
    }
  },
}

async function judge(scene: Scene, { what, play }: Case): Promise<Figure> {
  try {
    await play(scene)
    // Refuses to read books that do not balance.
    await scene.bench.balances()
    return { what, value: "holds", mustBe: "holds", holds: true }
  } catch (error) {
    return {
      what,
      value: error instanceof Error ? error.message : String(error),
      mustBe: "holds",
      holds: false,
    }
  }
}
