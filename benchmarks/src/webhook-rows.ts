import type { Pool } from "pg"

const LANES = 4

/**
 * Inserts rows as wide as the receipt of a message, each in a statement of its own, and nothing else.
 * @returns rows a second.
 */
export async function insertBareRows(pool: Pool, count: number): Promise<number> {
  await pool.query(
    `create table if not exists bare_rows (id text primary key, provider text, type text,
       subject_kind text, subject_id text, state text, received_at timestamptz)`,
  )
  await pool.query("truncate bare_rows")
  const startedAt = performance.now()
  let next = 0
  const lane = async () => {
    while (next < count) {
      const id = `evt_bare_${next++}`
      await pool.query("insert into bare_rows values ($1, 'stripe', $2, 'payment', $3, 'received', now())", [
        id,
        "payment_intent.succeeded",
        `pi_${id}`,
      ])
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return count / ((performance.now() - startedAt) / 1000)
}
