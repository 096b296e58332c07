import type { Message } from "@myhibachi/contract/conversations"
import { expect, test } from "vitest"
import { mergeMessages, type Outgoing, stillOutgoing } from "./outgoing.ts"

function aMessage(sequence: number, overrides: Partial<Message> = {}): Message {
  return {
    id: `msg_${sequence}`,
    sequence,
    author: "customer",
    authorName: "You",
    text: "How much?",
    sentAt: "2026-11-22T21:00:00Z",
    status: "received",
    sources: [],
    cards: [],
    ...overrides,
  }
}

function anOutgoing(overrides: Partial<Outgoing> = {}): Outgoing {
  return {
    clientMessageId: "c1",
    text: "How much? ",
    afterSequence: 2,
    state: "sending",
    complaint: null,
    ...overrides,
  }
}

test("shows each message once and in order, as it was read last", () => {
  const merged = mergeMessages([aMessage(1), aMessage(3)], [aMessage(2), aMessage(3, { text: "cleaned" })])
  expect(merged.map((message) => message.sequence)).toEqual([1, 2, 3])
  expect(merged[2]?.text).toBe("cleaned")
})

test("hides what is on its way once the server shows it", () => {
  expect(stillOutgoing([anOutgoing()], [aMessage(3)])).toEqual([])
})

test("keeps it while only an older message says the same", () => {
  expect(stillOutgoing([anOutgoing()], [aMessage(2)])).toHaveLength(1)
  expect(stillOutgoing([anOutgoing()], [aMessage(3, { author: "assistant" })])).toHaveLength(1)
})
