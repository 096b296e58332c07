import { sql } from "drizzle-orm"
import { explainAvailability } from "../../apps/api/src/modules/booking/index.ts"
import { SAMPLE_STATIONS } from "../../apps/api/src/modules/crew/sample-crew.ts"
import { Temporal } from "../../apps/api/src/platform/time.ts"
import type { World } from "./assistant-world.ts"

/** Leaves exactly so many chefs of every station free at a start: takes time off the others, or hires more. */
export async function leaveChefsFree(world: World, start: string, free: number): Promise<void> {
  for (const station of SAMPLE_STATIONS) {
    const startsAt = instantOf(start, station.timeZone)
    const names = await freeChefs(world, station.id, startsAt, station.timeZone)
    for (const chefId of names.slice(free)) await takeTimeOff(world, chefId, startsAt)
    for (let index = names.length; index < free; index += 1) await hire(world, station.id, index)
  }
}

/** @returns the instant of a text with an offset, or of a local time at the station. */
export function instantOf(text: string, timeZone: string): Temporal.Instant {
  if (/(Z|[+-]\d\d:?\d\d)$/.test(text)) return Temporal.Instant.from(text)
  return Temporal.PlainDateTime.from(text.replace(" ", "T")).toZonedDateTime(timeZone).toInstant()
}

async function freeChefs(
  world: World,
  stationId: string,
  startsAt: Temporal.Instant,
  timeZone: string,
): Promise<string[]> {
  // Asked long before, when no rule of time hides the chefs.
  const now = world.clock.now()
  world.clock.set(startsAt.subtract({ hours: 24 * 30 }))
  const from = startsAt.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const { starts } = await explainAvailability(world.system, { from, adults: 10, stationId })
  world.clock.set(now)
  const judged = starts.find((each) => each.startsAt && Temporal.Instant.from(each.startsAt).equals(startsAt))
  return (judged?.chefs ?? []).filter((chef) => chef.rule === null).map((chef) => chef.chefId)
}

async function takeTimeOff(world: World, chefId: string, startsAt: Temporal.Instant): Promise<void> {
  const range = `[${startsAt.subtract({ minutes: 90 })},${startsAt.add({ hours: 4 })})`
  await world.system.db.execute(sql`
    insert into crew_claims (id, chef_id, kind, during, work, home_leg_seconds, leg_before_seconds, leg_after_seconds, title, released, created_at)
    values (${world.system.newId("clm")}, ${chefId}, 'time_off', ${range}::tstzrange, ${range}::tstzrange, 0, 0, 0, 'case', false, ${world.clock.now().toString()})`)
}

async function hire(world: World, stationId: string, index: number): Promise<void> {
  const id = `chef_case_${stationId}_${index}`
  await world.system.db.execute(sql`
    insert into crew_chefs (id, name, grade, station_id, is_active, created_at)
    values (${id}, ${`Case Chef ${index}`}, 'regular', ${stationId}, true, ${world.clock.now().toString()}) on conflict do nothing`)
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    await world.system.db.execute(sql`
      insert into crew_working_hours (chef_id, weekday, from_time, to_time) values (${id}, ${weekday}, '10:00', '01:00') on conflict do nothing`)
  }
}
