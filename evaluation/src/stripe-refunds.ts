import type { Case } from "./stripe-cases.ts"
import { type Scene, same } from "./stripe-scene.ts"

const REFUND_WAITS = "4000000000007726"
const REFUND_FAILS = "4000000000005126"

async function refundedParty(scene: Scene, card?: string) {
  const party = await scene.bookedParty(card)
  const { items } = (await scene.readAsStaff(`/v1/payments?bookingId=${party.bookingId}`)) as {
    items?: { id: string }[]
  }
  const paymentId = items?.[0]?.id ?? ""
  const before = await scene.bench.balances()
  const { id } = await scene.refund(paymentId, 4_000)
  await scene.hear()
  return { party, paymentId, refundId: String(id), before }
}

const clearing = (balances: Record<string, number>) => balances.stripe_clearing ?? 0

async function statusOf(scene: Scene, refundId: string): Promise<unknown> {
  return (await scene.readAsStaff(`/v1/refunds/${refundId}`)).status
}

/** The provider's id of our refund. */
async function atProvider(scene: Scene, refundId: string): Promise<string> {
  const { stripe } = scene.bench.cards.sandbox
  const found = stripe.store
    .of("refund")
    .all()
    .find((refund) => (refund.metadata as { refundId?: string }).refundId === refundId)
  return String(found?.id)
}

async function end(scene: Scene, refundId: string, outcome: object): Promise<void> {
  await scene.control(`stripe/refunds/${await atProvider(scene, refundId)}/end`, outcome)
  await scene.hear()
}

export const refundCases: Case[] = [
  {
    what: "a refund is made once and leaves the books once",
    play: async (scene) => {
      const { refundId, before } = await refundedParty(scene)
      await scene.hear()
      same(await statusOf(scene, refundId), "succeeded", "the refund")
      same(clearing(await scene.bench.balances()), clearing(before) - 4_000, "the money at the provider")
    },
  },
  {
    what: "a refund that waits for the bank (…7726): on its way, then gone back",
    play: async (scene) => {
      const { refundId, before } = await refundedParty(scene, REFUND_WAITS)
      same(await statusOf(scene, refundId), "pending", "the refund at first")
      await end(scene, refundId, { outcome: "succeeded" })
      same(await statusOf(scene, refundId), "succeeded", "the refund in the end")
      same(clearing(await scene.bench.balances()), clearing(before) - 4_000, "the money at the provider")
    },
  },
  {
    what: "a waiting refund fails for lack of funds: taken back in the books, a person is told",
    play: async (scene) => {
      const { refundId, before, party } = await refundedParty(scene, REFUND_WAITS)
      await end(scene, refundId, { outcome: "failed", reason: "insufficient_funds" })
      await judgeFailure(scene, refundId, before, party.bookingId)
    },
  },
  {
    what: "a refund that succeeded fails later (…5126): taken back in the books, a person is told",
    play: async (scene) => {
      const { refundId, before, party } = await refundedParty(scene, REFUND_FAILS)
      same(await statusOf(scene, refundId), "succeeded", "the refund at first")
      await end(scene, refundId, { outcome: "failed", reason: "expired_or_canceled_card" })
      await judgeFailure(scene, refundId, before, party.bookingId)
    },
  },
]

async function judgeFailure(
  scene: Scene,
  refundId: string,
  before: Record<string, number>,
  bookingId: string,
): Promise<void> {
  same(await statusOf(scene, refundId), "failed", "the refund in the end")
  same(await scene.bench.balances(), before, "the books")
  const { items } = (await scene.readAsStaff(`/v1/tasks?bookingId=${bookingId}`)) as {
    items?: { title: string }[]
  }
  same(
    items?.some(({ title }) => /refund of \$40\.00 .* failed/.test(title)) ?? false,
    true,
    "a task for a person",
  )
}
