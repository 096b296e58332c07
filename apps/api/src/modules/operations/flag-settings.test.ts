import { afterAll, expect, test } from "vitest"
import { createApplication } from "#app/app.ts"
import { readConfig } from "#app/config.ts"
import { silentLogger } from "#platform/log.ts"
import { TEST_ENVIRONMENT } from "#platform/testing/application.ts"
import { openMemoryDatabase } from "#platform/testing/snapshot.ts"

const { database } = await openMemoryDatabase("snapshot")
afterAll(() => database.close())

async function start(environment: Record<string, string> = {}) {
  const config = readConfig({ ...TEST_ENVIRONMENT, ...environment })
  const application = await createApplication({
    config,
    database,
    log: silentLogger,
    isPrepared: true,
    hasDocumentation: false,
  })
  await application.close()
  return application.services
}

test("what staff have set counts at the next start, and the environment goes before it", async () => {
  expect((await start()).isEnabled("FEATURE_MULTI_LLM")).toBe(true)
  await database.primary.query(`insert into operations_flag_changes (flag, is_on, reason, changed_by, changed_at)
    values ('FEATURE_MULTI_LLM', false, 'costs', 'Olivia', now())`)
  expect((await start()).isEnabled("FEATURE_MULTI_LLM")).toBe(false)
  expect((await start({ FEATURE_MULTI_LLM: "on" })).isEnabled("FEATURE_MULTI_LLM")).toBe(true)
})
