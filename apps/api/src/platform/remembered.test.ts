import { afterAll, beforeAll, expect, test } from "vitest"
import { remembered } from "#platform/remembered.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"

let app: TestApplication
beforeAll(async () => {
  app = await testApplication()
})
afterAll(() => app.close())

test("asks once and gives the same object, also when the read is a query that each await would ask anew", async () => {
  const asked = { times: 0 }
  const lazy = {
    // biome-ignore lint/suspicious/noThenProperty: queries of Drizzle are such objects
    then: (done: (rows: object[]) => void) => {
      asked.times += 1
      done([{ id: asked.times }])
    },
  }
  // safe: what is read of a promise here is that it can be awaited
  const known = remembered("test.lazy", () => lazy as unknown as Promise<object[]>)
  const first = await known.read(app.ctx())
  expect(await known.read(app.ctx())).toBe(first)
  expect(asked.times).toBe(1)
})
