import type { Pool, QueryResult } from "pg"
import type { MeasuredApplication } from "./application.ts"

export interface Statement {
  text: string
  values: unknown[]
}

interface Query {
  text: string
  values?: unknown[]
}

/** @returns every statement that node-postgres sent while `work` ran. */
export async function recordStatements(
  application: MeasuredApplication,
  work: () => Promise<void>,
): Promise<Statement[]> {
  const { pool } = application
  const statements: Statement[] = []
  const original = pool.query.bind(pool) as (
    query: Query | string,
    values?: unknown[],
  ) => Promise<QueryResult>
  pool.query = ((query: Query | string, values?: unknown[]) => {
    statements.push(
      typeof query === "string"
        ? { text: query, values: values ?? [] }
        : { text: query.text, values: values ?? query.values ?? [] },
    )
    return original(query, values)
  }) as Pool["query"] // safe: Drizzle calls it with a query and values only
  try {
    await work()
  } finally {
    pool.query = original as Pool["query"] // safe: it is the one that was there
  }
  return statements
}

/** @returns how often a second the statements run one after the other, with 20 callers as in the HTTP measurement. */
export async function statementsPerSecond(
  application: MeasuredApplication,
  statements: Statement[],
  seconds: number,
): Promise<number> {
  const startedAt = performance.now()
  const endsAt = startedAt + seconds * 1000
  let done = 0
  const caller = async () => {
    while (performance.now() < endsAt) {
      for (const { text, values } of statements) await application.pool.query(text, values)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: 20 }, caller))
  return done / ((performance.now() - startedAt) / 1000)
}
