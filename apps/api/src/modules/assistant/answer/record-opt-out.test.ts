import { afterAll, beforeAll, expect, test } from "vitest"
import { linkCustomer, startConversation } from "#modules/conversations/index.ts"
import { findOrCreateCustomer, readConsents } from "#modules/customers/index.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { chat } from "./answer-job.ts"

let app: TestApplication

beforeAll(async () => {
  app = await testApplication({ now: "2026-11-10T20:00:00Z" })
})
afterAll(() => app.close())

test("keeps a stranger's STOP until we know who they are, and refuses everything there from then on", async () => {
  const ctx = app.ctx({ kind: "system", name: "test" })
  const conversation = await startConversation(ctx, { channel: "sms" })
  const say = (clientMessageId: string, text: string) =>
    chat(ctx, { conversationId: conversation.id, clientMessageId, text })
  const { answer } = await say("message-1", "STOP")
  expect(answer?.text).toContain("unsubscribed")
  const customer = await findOrCreateCustomer(ctx, { name: "Lena Fox", phone: "+1 510-555-0123" })
  await linkCustomer(ctx, { conversationId: conversation.id, customerId: customer.id, isVerified: false })
  await say("message-2", "What do you bring?")
  const refused = (await readConsents(ctx, customer.id)).filter((each) => !each.isGranted)
  expect(refused.map(({ channel, scope, evidence }) => [channel, scope, evidence])).toEqual(
    expect.arrayContaining([
      ["sms", "marketing", "STOP"],
      ["sms", "service", "STOP"],
    ]),
  )
})
