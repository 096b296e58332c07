import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { appendAnswer } from "./append-answer.ts"
import { readConversation } from "./find-conversations.ts"
import { receiveMessage } from "./receive-message.ts"
import { openChat } from "./testing/chat-client.ts"

const NOW = "2026-11-10T20:00:00Z"
let app: TestApplication
let support: StaffClient

beforeAll(async () => {
  app = await testApplication({ now: NOW })
  support = await signInAs(app, "support")
})
afterAll(() => app.close())
beforeEach(() => app.clock.set(NOW))

describe("what a customer sends", () => {
  test("is one message for one client id, with one answer", async () => {
    const chat = await openChat(app)
    const first = await chat.send("How much is the deposit?", "same-client-id")
    const again = await chat.send("How much is the deposit?", "same-client-id")
    expect(again.json).toEqual(first.json)
    expect((await chat.read()).messages.map((message) => message.author)).toEqual(["customer", "assistant"])
  })

  test("answered twice at the same moment is answered once", async () => {
    const chat = await openChat(app)
    await Promise.all([
      chat.send("Is steak included?", "race-client-id"),
      chat.send("Is steak included?", "race-client-id"),
    ])
    expect((await chat.read()).messages).toHaveLength(2)
  })

  test.each([
    ["", "message-empty"],
    ["   \u200b ", "message-empty"],
    ["a".repeat(100_000), "message-too-long"],
    ["broken \ud83d text", "message-not-text"],
  ])("is refused with the reason (%#)", async (text, code) => {
    const chat = await openChat(app)
    const reply = await chat.send(text)
    expect([reply.status, reply.json.code]).toEqual([400, code])
    expect((await chat.read()).messages).toEqual([])
  })

  test("loses its markup", async () => {
    const chat = await openChat(app)
    const reply = await chat.send("<b>How much</b> is the deposit?<script>alert(1)</script>")
    expect(reply.json.message.text).toBe("How much is the deposit?")
    expect(reply.json.answer.text).toContain("$100.00")
  })

  test("is taken only with the signed link", async () => {
    const chat = await openChat(app)
    const forged = chat.conversation.token.replace(/.$/, (last) => (last === "A" ? "B" : "A"))
    const reply = await app.http.inject({ method: "GET", url: `/v1/public/conversations/${forged}/messages` })
    expect(reply.statusCode).toBe(404)
  })
})

describe("a takeover", () => {
  test("keeps every answer of the assistant back, also one already in work", async () => {
    const chat = await openChat(app)
    const { id } = chat.conversation
    const ctx = app.ctx()
    const { message } = await receiveMessage(ctx, {
      conversationId: id,
      clientMessageId: "in-work-1",
      text: "Hello?",
    })
    const { fence } = await readConversation(ctx, id)
    await support("POST", `/v1/conversations/${id}/take-over`)
    await support("POST", `/v1/conversations/${id}/give-back`)
    const late = await appendAnswer(ctx, {
      conversationId: id,
      inReplyTo: message.id,
      fence,
      text: "An answer from before.",
      sources: [],
      cards: [],
      traceId: "trace_test",
      agent: "CustomerCare",
    })
    expect(late.status).toBe("draft")
    expect((await chat.read()).messages.map((each) => each.author)).toEqual(["customer"])
  })

  test("gives the customer the person's words only, and staff the draft", async () => {
    const chat = await openChat(app)
    const { id } = chat.conversation
    await chat.ask("Hi, I have a question about prices")
    await support("POST", `/v1/conversations/${id}/take-over`)
    const sent = await chat.send("What do you charge per adult?")
    expect(sent.json).toMatchObject({ answer: null, status: "person" })
    const reply = await support("POST", `/v1/conversations/${id}/reply`, {
      clientMessageId: "staff-reply-1",
      text: "It is our pleasure.",
    })
    expect(reply.json.messages.map((message: { status: string }) => message.status)).toEqual([
      "received",
      "sent",
      "received",
      "draft",
      "sent",
    ])
    expect((await chat.read()).messages.at(-1)).toMatchObject({
      author: "staff",
      text: "It is our pleasure.",
    })
    expect((await chat.read()).messages.some((message) => message.status === "draft")).toBe(false)
  })

  test("is needed before a person can reply, and ends with giving back", async () => {
    const chat = await openChat(app)
    const { id } = chat.conversation
    await chat.ask("Do you bring the grill?")
    const refused = await support("POST", `/v1/conversations/${id}/reply`, {
      clientMessageId: "staff-reply-2",
      text: "Yes.",
    })
    expect([refused.status, refused.json.code]).toEqual([409, "take-over-first"])
    await support("POST", `/v1/conversations/${id}/take-over`)
    await support("POST", `/v1/conversations/${id}/give-back`)
    expect((await chat.ask("How much is the deposit?")).text).toContain("$100.00")
  })
})

describe("the inbox", () => {
  test("shows who waits for a person, found by words, page by page", async () => {
    for (const text of [
      "Zebra stripes cake? Let me talk to a human",
      "A zebra in the garden, please call me, a human",
    ]) {
      const chat = await openChat(app)
      await chat.send(text)
      app.clock.advance({ minutes: 1 })
    }
    const first = await support("GET", "/v1/conversations?status=needs_person&search=zebra&limit=1")
    expect(first.json.items[0].subject).toContain("garden")
    const next = await support(
      "GET",
      `/v1/conversations?status=needs_person&search=zebra&limit=1&cursor=${first.json.nextCursor}`,
    )
    expect(next.json.items[0].subject).toContain("stripes")
    expect(next.json.nextCursor).toBeNull()
  })

  test("leaves out chats in which nothing was said, and opens again what was settled", async () => {
    const chat = await openChat(app)
    const { id } = chat.conversation
    await chat.ask("Do you bring the food?")
    await support("POST", `/v1/conversations/${id}/resolve`, { note: "answered" })
    expect((await chat.read()).status).toBe("resolved")
    await chat.ask("And the plates?")
    expect((await chat.read()).status).toBe("assistant")
    const silent = await openChat(app)
    const list = await support("GET", "/v1/conversations?limit=100")
    expect(list.json.items.map((item: { id: string }) => item.id)).not.toContain(silent.conversation.id)
  })

  test("is closed to a role that may not read it, and read-only for the auditor", async () => {
    const auditor = await signInAs(app, "auditor")
    const chat = await openChat(app)
    await chat.ask("Do you bring the food?")
    expect((await auditor("GET", "/v1/conversations")).status).toBe(200)
    expect((await auditor("POST", `/v1/conversations/${chat.conversation.id}/take-over`)).status).toBe(403)
    const anonymous = await app.http.inject({ method: "GET", url: "/v1/conversations" })
    expect(anonymous.statusCode).toBe(401)
  })
})
