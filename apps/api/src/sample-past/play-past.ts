import { playEnquiry } from "#app/sample-past/book-as-customer.ts"
import type { PastPlan } from "#app/sample-past/plan-past.ts"
import { playParty, startOf } from "#app/sample-past/play-party.ts"
import type { Stage } from "#app/sample-past/stage.ts"
import { approveTimeOff, listChefs, requestTimeOff } from "#modules/crew/index.ts"
import { addSampleChefs } from "#modules/identity/index.ts"
import { settleOfflineRefund } from "#modules/payments/index.ts"
import { completeTask, findTasks } from "#modules/tasks/index.ts"
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
  planOfficeWork(stage, plan.begins, now)
  await stage.playUntil(now)
  return played
}

function planPayouts(stage: Stage, begins: Temporal.Instant, now: Temporal.Instant): void {
  const week = { hours: 24 * 7 }
  for (let at = begins.add(week); at.epochMilliseconds < now.epochMilliseconds; at = at.add(week))
    stage.at(at, () => stage.sandbox.payOut())
}

const WORKED_OFF_AFTER_HOURS = 36

/** Each week the office has called whom it was to call, and given back what was to be given back by hand. */
function planOfficeWork(stage: Stage, begins: Temporal.Instant, now: Temporal.Instant): void {
  const day = { hours: 24 * 3 }
  for (let at = begins.add(day); at.epochMilliseconds < now.epochMilliseconds; at = at.add(day))
    stage.at(at, async () => {
      const ctx = await stage.as("manager")
      const late = at.subtract({ hours: WORKED_OFF_AFTER_HOURS }).epochMilliseconds
      for (const task of (await findTasks(ctx, { state: "open", limit: 50 })).items) {
        if (Date.parse(task.dueAt) > late) continue
        const refundId = /rf_[0-9a-z]+/.exec(task.detail ?? "")?.[0]
        if (refundId) await settleOfflineRefund(ctx, refundId)
        else if (task.kind !== "payment") await completeTask(ctx, { taskId: task.id, outcome: "Called." })
      }
    })
}

/** One chef was away, another asks. */
function planTimeOff(stage: Stage, now: Temporal.Instant): void {
  const days = (count: number) => now.add({ hours: 24 * count })
  const today = now.toZonedDateTimeISO("America/Los_Angeles").toPlainDate()
  const midnight = (count: number) =>
    today.add({ days: count }).toZonedDateTime("America/Los_Angeles").toInstant().toString()
  stage.at(days(-40), async () => {
    const asked = await requestTimeOff(await stage.as("chef:chef_elena_brandt"), {
      ...{ chefId: "chef_elena_brandt", reason: "Visiting my parents" },
      ...{ from: midnight(-28), to: midnight(-24) },
    })
    await approveTimeOff(await stage.as("dispatcher"), { timeOffId: asked.id, handovers: [] })
  })
  stage.at(days(-1), async () => {
    await requestTimeOff(await stage.as("chef:chef_kenji_marlow"), {
      ...{ chefId: "chef_kenji_marlow", reason: "A wedding in the family" },
      ...{ from: midnight(30), to: midnight(33) },
    })
  })
}
