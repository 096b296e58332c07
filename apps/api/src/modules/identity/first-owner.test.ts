import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import type { EmailMessage } from "#providers/email/port.ts"
import { inviteFirstOwner } from "./invitations.ts"
import { accounts, sessions, users } from "./tables.ts"

let app: TestApplication
const mails: EmailMessage[] = []

beforeAll(async () => {
  app = await testApplication({
    environment: { OWNER_EMAIL: "Boss@example.com" },
    providers: { email: { send: async (mail) => void mails.push(mail), close: () => {} } },
  })
})
afterAll(() => app.close())

test("invites the first owner once, and nobody when there is an owner", async () => {
  await inviteFirstOwner(app.ctx())
  await app.drain()
  expect(mails).toHaveLength(0)
  for (const table of [sessions, accounts, users]) await app.ctx().db.delete(table)
  await inviteFirstOwner(app.ctx())
  await inviteFirstOwner(app.ctx())
  await app.drain()
  expect(mails).toMatchObject([
    { to: "boss@example.com", text: expect.stringContaining("/accept-invitation?token=") },
  ])
})
