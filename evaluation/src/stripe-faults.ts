import { chargeDueBalance } from "../../apps/api/src/modules/payments/charge-balance.ts"
import { sweepProvider } from "../../apps/api/src/modules/payments/sweep-provider.ts"
import type { Case } from "./stripe-cases.ts"
import { type BookedParty, type Scene, same } from "./stripe-scene.ts"

/** The provider's library tries so often before it gives up. */
const TRIES = 3
const FAILS_LATER = "4000000000000341"

export const faultCases: Case[] = [
  {
    what: "no message for three days, then one with a fresh signature: booked once; the old signature is refused",
    play: async (scene) => {
      const party = await scene.bookedParty(FAILS_LATER)
      const owedCents = party.totalCents - party.depositCents
      await scene.collect(party)
      await scene.hear()
      same(await scene.payByLink(), 303, "the link's page")
      const late = await scene.miss()
      scene.bench.app.clock.advance({ hours: 72 })
      const before = await scene.bench.balances()
      same(
        await scene.bench.deliver(late),
        late.map(() => 400),
        "the answers to old signatures",
      )
      same(await scene.owed(party), owedCents, "owed while nobody knows")
      const { stripe } = scene.bench.cards.sandbox
      for (const { id } of [...late, ...late]) await stripe.webhooks.redeliver(id)
      await scene.hear()
      const after = await scene.bench.balances()
      const cameCents = (before.customer_deposits ?? 0) - (after.customer_deposits ?? 0)
      same(cameCents, owedCents, "booked by the retries")
      same(await scene.owed(party), 0, "owed")
    },
  },
  {
    what: "the message of a deposit never comes: the hourly sweep books the party, once",
    play: async (scene) => {
      const { hold, url } = await scene.pageOfHold()
      same(await scene.bench.cards.pay(url), 303, "the page's answer")
      same((await scene.miss()).length > 0, true, "messages were lost")
      scene.bench.app.clock.advance({ hours: 1 })
      for (let round = 0; round < 2; round += 1) await sweepProvider.run(scene.bench.app.ctx(), {})
      await scene.bench.app.drain(false)
      const party = await scene.readParty((await scene.bench.readState(hold)).bookingToken)
      same(party.depositCents, 10_000, "paid")
    },
  },
  {
    what: "the API is down for an hour: nothing is charged, no link is mailed; then the card is charged once",
    play: async (scene) => {
      const party = await scene.bookedParty()
      const mails = countLinks(scene)
      await scene.control("faults", { vendor: "stripe", kind: "down" })
      await scene.collect(party)
      for (let halfHour = 0; halfHour < 2; halfHour += 1) {
        scene.bench.app.clock.advance({ minutes: 30 })
        await tryAgain(scene, party)
      }
      same(await scene.owed(party), party.totalCents - party.depositCents, "owed while it is down")
      scene.bench.cards.sandbox.ctx.faults.clear({ vendor: "stripe" })
      await tryAgain(scene, party)
      await scene.hear()
      await judgeOneCharge(scene, party)
      same(countLinks(scene), mails, "links mailed")
    },
  },
  {
    what: "the answer is lost after the charge succeeded: no second charge, whether asked again at once or a day later",
    play: async (scene) => {
      for (const hours of [0, 25]) {
        const party = await scene.bookedParty()
        await scene.control("faults", { vendor: "stripe", kind: "lost", method: "POST", calls: TRIES })
        await scene.collect(party)
        same(await scene.owed(party), party.totalCents - party.depositCents, "owed before anybody knows")
        scene.bench.app.clock.advance({ hours })
        await tryAgain(scene, party)
        await scene.hear()
        await judgeOneCharge(scene, party)
      }
    },
  },
]

/** What the queue does when a try has failed. */
async function tryAgain(scene: Scene, party: BookedParty): Promise<void> {
  const [charge] = await scene.balancesOf(party)
  if (!charge?.occasion) throw new Error("no charge was begun")
  const input = { bookingId: party.bookingId, occasion: charge.occasion }
  // The provider may still be down; then the queue tries again later.
  await chargeDueBalance.run(scene.bench.app.ctx(), input).catch(() => undefined)
  await scene.bench.app.drain(false)
}

async function judgeOneCharge(scene: Scene, party: BookedParty): Promise<void> {
  same(await scene.owed(party), 0, "owed in the end")
  const [charge, ...others] = await scene.balancesOf(party)
  same(others.length, 0, "further charges of ours")
  const made = scene.bench.cards.sandbox.stripe.store
    .of("payment_intent")
    .all()
    .filter(({ metadata }) => (metadata as { paymentId?: string }).paymentId === charge?.id)
  same(made.length, 1, "charges at the provider")
}

function countLinks(scene: Scene): number {
  return scene.bench.cards.sandbox.mailbox.list({ to: "ana@example.com", subject: "Please pay" }).length
}
