import { createApplication } from "#app/app.ts"
import { readConfig } from "#app/config.ts"
import { openDatabase } from "#platform/database/open.ts"
import { silentLogger } from "#platform/log.ts"
import { TEST_ENVIRONMENT, TEST_NOW, type TestApplication } from "#platform/testing/application.ts"
import { SettableClock } from "#platform/time.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"

/** Starts the application as the product does: it opens its database by the settings and keeps it open. */
export async function startOnDatabase(environment: Record<string, string>): Promise<TestApplication> {
  const config = readConfig({ ...TEST_ENVIRONMENT, ...environment })
  const database = await openDatabase(config, silentLogger)
  const clock = new SettableClock(TEST_NOW)
  const options = { config, database, clock, log: silentLogger, hasDocumentation: false }
  const hasMaps = config.GOOGLE_MAPS_API_KEY !== undefined
  const application = await createApplication({
    ...options,
    ...(hasMaps ? {} : { providers: { maps: knownPlaces() } }),
  })
  const system = { kind: "system", name: "test" } as const
  return {
    http: application.http,
    services: application.services,
    clock,
    ctx: (actor = system) => application.context(actor),
    drain: (isStrict = true) =>
      application.jobs.drain((requestId) => application.context(system, requestId), isStrict),
    close: async () => {
      await application.close()
      await database.close()
    },
  }
}
