import type { Calls } from "./calls.ts"
import type { Clock } from "./clock.ts"
import type { Faults } from "./faults.ts"
import type { Ids } from "./ids.ts"
import type { Records } from "./records.ts"

/** What every vendor shares. */
export type Context = {
  clock: Clock
  ids: Ids
  faults: Faults
  calls: Calls
  records: Records
  /** Where a browser reaches the sandbox, without a slash at the end. */
  publicUrl(): string
}
