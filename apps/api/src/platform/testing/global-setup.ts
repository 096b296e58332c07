import { createApplication } from "#app/app.ts"
import { readConfig } from "#app/config.ts"
import { silentLogger } from "#platform/log.ts"
import { TEST_ENVIRONMENT, TEST_NOW } from "#platform/testing/application.ts"
import { openMemoryDatabase, writeSnapshot } from "#platform/testing/snapshot.ts"
import { SettableClock } from "#platform/time.ts"

/** Migrates and seeds once; every test file then loads the result in well under a second. */
export default async function prepareDatabase(): Promise<void> {
  const { database, engine } = await openMemoryDatabase("empty")
  const application = await createApplication({
    config: readConfig(TEST_ENVIRONMENT),
    database,
    clock: new SettableClock(TEST_NOW),
    log: silentLogger,
    hasDocumentation: false,
  })
  await application.close()
  await writeSnapshot(engine)
  await database.close()
}
