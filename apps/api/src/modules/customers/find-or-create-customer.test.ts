import { afterAll, beforeAll, expect, test } from "vitest"
import type { Context } from "#platform/context.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { findCustomers } from "./find-customers.ts"
import { findOrCreateCustomer } from "./find-or-create-customer.ts"

let app: TestApplication
let ctx: Context
beforeAll(async () => {
  app = await testApplication()
  ctx = app.ctx()
})
afterAll(() => app.close())

test("knows a person again by e-mail in other letters and by phone in other writing", async () => {
  const first = await findOrCreateCustomer(ctx, {
    name: "Ada",
    email: "Ada@Example.com",
    phone: "(510) 555-0199",
  })
  expect((await findOrCreateCustomer(ctx, { name: "A.", email: "ada@example.COM" })).id).toBe(first.id)
  expect((await findOrCreateCustomer(ctx, { name: "A.", phone: "+1 510 555 0199" })).id).toBe(first.id)
  expect(
    (await findCustomers(ctx, { search: "5555-0199".slice(1), limit: 5 })).items.map((item) => item.id),
  ).toEqual([first.id])
})

test("makes one person of one address given at the same moment", async () => {
  const contact = { name: "Twin", email: "twin@example.com" }
  const made = await Promise.all(Array.from({ length: 5 }, () => findOrCreateCustomer(ctx, contact)))
  expect(new Set(made.map((customer) => customer.id)).size).toBe(1)
  expect((await findCustomers(ctx, { search: "twin@example", limit: 5 })).items).toHaveLength(1)
})

test("refuses a phone number that cannot be one", async () => {
  await expect(findOrCreateCustomer(ctx, { name: "Bad", phone: "123-not-it" })).rejects.toMatchObject({
    code: "phone-invalid",
  })
})
