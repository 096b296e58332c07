import type { Case } from "./stripe-cases.ts"
import { same } from "./stripe-scene.ts"

/** Stripe's numbers that are declined at once, with what the bank says. */
const DECLINES = {
  "4000000000000002": "generic decline",
  "4000000000009995": "insufficient funds",
  "4000000000000069": "expired card",
  "4000000000000127": "wrong security code",
  "4000000000000119": "processing error",
}

const declines = Object.entries(DECLINES).map(
  ([number, why]): Case => ({
    what: `${why} (${number}): nothing is booked, the page stays open, another card pays`,
    play: async (scene) => {
      const { hold, url } = await scene.pageOfHold()
      const before = await scene.bench.balances()
      same(await scene.bench.cards.pay(url, number), 402, "the page's answer")
      await scene.hear()
      const state = await scene.bench.readState(hold)
      same(state.state === "failed" || state.state === "open", true, `the state ${state.state}`)
      same(state.bookingToken, null, "the booking")
      same(await scene.bench.balances(), before, "the books")
      same(await scene.bench.cards.pay(url), 303, "the page's answer to another card")
      await scene.hear()
      same((await scene.bench.readState(hold)).state, "confirmed", "the state after another card")
    },
  }),
)

const offSession = (number: string, what: string): Case => ({
  what,
  play: async (scene) => {
    const party = await scene.bookedParty(number)
    const owedCents = party.totalCents - party.depositCents
    await scene.collect(party)
    await scene.hear()
    same(await scene.owed(party), owedCents, "owed after the charge")
    same(
      (await scene.balancesOf(party)).map(({ status }) => status),
      ["failed"],
      "the charge",
    )
    same(await scene.payByLink(number), 303, "the link's page, with its holder there")
    await scene.hear()
    same(await scene.owed(party), 0, "owed after the link")
  },
})

export const chargeCases: Case[] = [
  {
    what: "a good card: deposit on the page, balance off-session, once",
    play: async (scene) => {
      const party = await scene.bookedParty()
      for (let round = 0; round < 2; round += 1) {
        await scene.collect(party)
        await scene.hear()
      }
      same(await scene.owed(party), 0, "owed")
      same((await scene.balancesOf(party)).length, 1, "charges")
    },
  },
  {
    what: "3-D Secure at set-up (…3155): proven on the page, then charged off-session without asking",
    play: async (scene) => {
      const party = await scene.bookedParty("4000002500003155")
      await scene.collect(party)
      await scene.hear()
      same(await scene.owed(party), 0, "owed")
    },
  },
  offSession(
    "4000002760003184",
    "3-D Secure always (…3184): off-session asks for proof, a link is mailed, its page proves",
  ),
  offSession("4000000000000341", "a card that fails later (…0341): a link is mailed and pays"),
  ...declines,
]
