import { createHash } from "node:crypto"
import type { JobInsert } from "pg-boss"

/** @returns the jobs without those named before: the queue refuses a statement that names one twice. */
export function onceEach(jobs: readonly JobInsert[]): JobInsert[] {
  const ids = new Set<string>()
  return jobs.filter(({ id }) => id === undefined || (!ids.has(id) && ids.add(id)))
}

/** @returns the id under which a key's job stands in the queue. */
export function idOf(key: string): string {
  const hex = createHash("sha256").update(key).digest("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
