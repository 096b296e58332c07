import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { readConversation } from "./find-conversations.ts"
import { openChat } from "./testing/chat-client.ts"

let app: TestApplication
beforeAll(async () => {
  app = await testApplication({ environment: { FEATURE_MULTI_LLM: "off", FEATURE_AI_CORE: "off" } })
})
afterAll(() => app.close())

test("while the assistant is off a message waits for a person, once", async () => {
  const chat = await openChat(app)
  const first = await chat.send("How much for 20 adults?", "client-1")
  expect(first).toMatchObject({ status: 200, json: { answer: null, status: "needs_person" } })
  const again = await chat.send("How much for 20 adults?", "client-1")
  expect(again.json.message.id).toBe(first.json.message.id)
  expect((await chat.read()).messages.map((message) => message.text)).toEqual(["How much for 20 adults?"])
  const conversation = await readConversation(app.ctx(), chat.conversation.id)
  expect(conversation).toMatchObject({
    status: "needs_person",
    needsPersonReason: "the assistant is off",
    handoverSummary: "How much for 20 adults?",
  })
})
