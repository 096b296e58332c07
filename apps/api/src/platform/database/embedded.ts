import { PGlite, type PGliteOptions } from "@electric-sql/pglite"
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist"
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm"
import { vector } from "@electric-sql/pglite-pgvector"

/** Opens PostgreSQL inside this process, in a folder or in memory. */
export function createEmbedded(options: Pick<PGliteOptions, "dataDir" | "loadDataDir">): Promise<PGlite> {
  return PGlite.create({ ...options, extensions: { btree_gist, pg_trgm, vector } })
}
