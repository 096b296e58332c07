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
