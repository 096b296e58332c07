import type { Config } from "#app/config.ts"
import type { Providers } from "#platform/context.ts"
import type { Logger } from "#platform/log.ts"

/** Makes the adapters that the settings allow; a capability without its key is absent. */
export function createProviders(_config: Config, _log: Logger): Providers {
  return {}
}
