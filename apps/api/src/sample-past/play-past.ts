import { playEnquiry } from "#app/sample-past/book-as-customer.ts"
import type { PastPlan } from "#app/sample-past/plan-past.ts"
import { playParty, startOf } from "#app/sample-past/play-party.ts"
import type { Stage } from "#app/sample-past/stage.ts"
import { approveTimeOff, listChefs, requestTimeOff } from "#modules/crew/index.ts"
import { addSampleChefs } from "#modules/identity/index.ts"
import type { Temporal } from "#platform/time.ts"

/** What is played: how many parties were booked, and how many starts were refused. */
export interface PlayedPast {
  booked: number
  refused: number
}

/** Plays a plan from its beginning until `now`, by nothing but what people and the product themselves do. */
export async function playPast(stage: Stage, plan: PastPlan, now: Temporal.Instant): Promise<PlayedPast> {
  const played: PlayedPast = { booked: 0, refused: 0 }
  const system = stage.application.context({ kind: "system", name: "seed" })
  await addSampleChefs(system, await listChefs(system))
  for (const party of plan.parties) {
    const bookedAt = startOf(party).subtract({ hours: 24 * party.bookedDaysAhead })
    stage.at(bookedAt, async () => {
      try {
        await playParty(stage, party)
        played.booked += 1
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes("start-taken")) throw error
        played.refused += 1
      }
    })
  }
  for (const enquiry of plan.enquiries) stage.at(enquiry.at, () => playEnquiry(stage, enquiry))
  planPayouts(stage, plan.begins, now)
  planTimeOff(stage, now)
  await stage.playUntil(now)
  return played
}

function planPayouts(stage: Stage, begins: Temporal.Instant, now: Temporal.Instant): void {
  const week = { hours: 24 * 7 }
  for (let at = begins.add(week); at.epochMilliseconds < now.epochMilliseconds; at = at.add(week))
    stage.at(at, () => stage.sandbox.payOut())
}

/** One chef was away, another asks. */
function planTimeOff(stage: Stage, now: Temporal.Instant): void {
  const days = (count: number) => now.add({ hours: 24 * count })
  stage.at(days(-40), async () => {
    const asked = await requestTimeOff(await stage.as("chef:chef_elena_brandt"), {
      ...{ chefId: "chef_elena_brandt", reason: "Visiting my parents" },
      ...{ from: days(-28).toString(), to: days(-24).toString() },
    })
    await approveTimeOff(await stage.as("dispatcher"), { timeOffId: asked.id, handovers: [] })
  })
  stage.at(days(-1), async () => {
    await requestTimeOff(await stage.as("chef:chef_kenji_marlow"), {
      ...{ chefId: "chef_kenji_marlow", reason: "A wedding in the family" },
      ...{ from: days(30).toString(), to: days(33).toString() },
    })
  })
}
