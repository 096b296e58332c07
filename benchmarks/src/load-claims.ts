import type { Pool } from "pg"

/** Chefs of the station that is asked about, and of all other stations together. */
const CHEFS_HERE = 12
const CHEFS_ELSEWHERE = 100
/** Every chef's diary is half full for so long. */
const DAYS_AHEAD = 45
/** Parties a day that a chef can take in this world: at noon and at six, Pacific time. */
const PARTIES_A_DAY = 2

/** A business as it is after years: a busy crew ahead, and more and more that is over. */
export interface ClaimedWorld {
  /** Adds what is over, day before day, until the table holds so many claims. */
  fillTo(claims: number): Promise<void>
}

/** Hires the chefs and books half of their coming weeks. @returns the world, to be filled with its past. */
export async function createClaimedWorld(
  pool: Pool,
  stationId: string,
  today: string,
): Promise<ClaimedWorld> {
  await hireChefs(pool, stationId)
  const coming = await insertClaims(
    pool,
    today,
    `select chef.id as chef_id, day, slot, false as released
     from (select id, row_number() over (order by id) as place from crew_chefs) chef,
       generate_series(0, ${DAYS_AHEAD - 1}) day, generate_series(0, ${PARTIES_A_DAY - 1}) slot
     where (chef.place * 7 + day * 3 + slot * 5) % 10 < 5`,
  )
  let held = coming
  return {
    async fillTo(claims) {
      const [from, to] = [held - coming, claims - coming - 1]
      // One in three was only held and lapsed; those stay in the table, released.
      held += await insertClaims(
        pool,
        today,
        `select (array(select id from crew_chefs order by id))[1 + n % ${CHEFS_HERE + CHEFS_ELSEWHERE}] as chef_id,
           -1 - n / ${(CHEFS_HERE + CHEFS_ELSEWHERE) * PARTIES_A_DAY} as day,
           n / ${CHEFS_HERE + CHEFS_ELSEWHERE} % ${PARTIES_A_DAY} as slot, n % 3 = 0 as released
         from generate_series(${from}, ${to}) n`,
      )
    },
  }
}

/** Brings the station to its number of chefs and the others together to theirs; they work every day. */
async function hireChefs(pool: Pool, stationId: string): Promise<void> {
  const hire = (isHere: boolean, most: number) =>
    pool.query(
      `with place as (
         select id, row_number() over (order by id) - 1 as number, count(*) over () as stations
         from crew_stations where (id = $1) = $2
       ), needed as (
         select generate_series(1, $3 - (select count(*) from crew_chefs where (station_id = $1) = $2)::int) as n
       )
       insert into crew_chefs (id, name, grade, station_id, is_active, created_at)
       select 'chef_' || place.id || '_' || n, 'Chef ' || n, 'regular', place.id, true, now()
       from needed join place on place.number = needed.n % place.stations`,
      [stationId, isHere, most],
    )
  await hire(true, CHEFS_HERE)
  await hire(false, CHEFS_ELSEWHERE)
  await pool.query(
    `insert into crew_working_hours (chef_id, weekday, from_time, to_time)
     select id, weekday, '10:00', '01:00' from crew_chefs, generate_series(1, 7) weekday
     where id not in (select chef_id from crew_working_hours)`,
  )
}

/** Writes one claim for each row (chef_id, day, slot, released) of the query. @returns how many. */
async function insertClaims(pool: Pool, today: string, rows: string): Promise<number> {
  const { rowCount } = await pool.query(
    `insert into crew_claims (id, chef_id, kind, during, work, home_leg_seconds, leg_before_seconds,
       leg_after_seconds, latitude, longitude, starts_at, title, hold_id, booking_id, released, created_at)
     select 'clm_' || gen_random_uuid(), chef_id, 'booking',
       tstzrange(starts_at - interval '1 hour', starts_at + interval '3 hours'),
       tstzrange(starts_at - interval '30 minutes', starts_at + interval '150 minutes'),
       1800, 1800, 1800, 37.7 + day % 7 * 0.02, -122.1 + day % 5 * 0.02, starts_at, 'Party',
       'hold_' || gen_random_uuid(), 'bk_' || gen_random_uuid(), released, now()
     from (select *, $1::timestamptz + day * interval '1 day' + interval '20 hours' + slot * interval '6 hours'
           as starts_at from (${rows}) planned) placed`,
    [`${today}T00:00:00Z`],
  )
  return rowCount ?? 0
}
