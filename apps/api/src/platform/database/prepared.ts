import type { Database } from "#platform/database/database.ts"

/**
 * A query whose SQL is written once for each pool instead of at every call, for reads that many requests make.
 * It stays unnamed on the server, so that it needs no state there and works behind any connection pooler.
 * @param build makes the query with `sql.placeholder`s; ends in `.prepare("")`.
 */
export function prepared<T>(build: (db: Database) => T): (db: Database) => T {
  const known = new WeakMap<Database, T>()
  return (db) => {
    const query = known.get(db) ?? build(db)
    known.set(db, query)
    return query
  }
}
