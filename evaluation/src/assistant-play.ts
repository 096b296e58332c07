import { findTraces, keepMemory, readMemory, readTrace } from "../../apps/api/src/modules/assistant/index.ts"
import { startConversation } from "../../apps/api/src/modules/conversations/index.ts"
import { signLink } from "../../apps/api/src/platform/http/links.ts"
import type { AssistantCase } from "./assistant-cases.ts"
import { loadContext } from "./assistant-context.ts"
import type { World } from "./assistant-world.ts"

export interface Played {
  answer: string
  isEscalated: boolean
  agent: string
  category: string
  complexity: number
  asks: string[]
  responder: string
}

interface Reply {
  answer: { text: string; id: string } | null
  message: { id: string }
  status: string
}

/** Plays a case's turns through the HTTP chat on a fresh conversation. */
export async function playCase(world: World, one: AssistantCase): Promise<Played> {
  await world.clean()
  const loaded = await loadContext(world, one)
  const conversation = await startConversation(world.system, {
    channel: one.channel,
    ...(loaded.customerId ? { customerId: loaded.customerId, isVerified: true } : {}),
  })
  const memory = await readMemory(world.system, conversation.id)
  await keepMemory(world.system, conversation.id, {
    ...memory,
    quoteId: loaded.quoteId,
    holdId: loaded.holdId,
  })
  const token = signLink(world.application.services.config.MYHIBACHI_SECRET, "conversation", conversation.id)
  let reply: Reply | undefined
  for (const [index, turn] of one.turns.entries()) {
    if (turn.role !== "customer") continue
    reply = await say(world, token, `case-${index}-${one.id}`.padEnd(8, "x").slice(0, 80), turn.text)
  }
  if (!reply?.answer)
    return {
      answer: "",
      isEscalated: reply?.status === "needs_person",
      agent: "",
      category: "",
      complexity: 0,
      asks: [],
      responder: "silence",
    }
  return describe(world, conversation.id, reply)
}

async function say(world: World, token: string, clientMessageId: string, text: string): Promise<Reply> {
  const response = await world.application.http.inject({
    method: "POST",
    url: `/v1/public/conversations/${token}/messages`,
    payload: { clientMessageId, text },
  })
  if (response.statusCode !== 200)
    throw new Error(`The chat answered ${response.statusCode}: ${response.body}`)
  return response.json() as Reply
}

async function describe(world: World, conversationId: string, reply: Reply): Promise<Played> {
  const { items } = await findTraces(world.system, { conversationId, limit: 1 })
  const [last] = items
  if (!last) throw new Error("The answer left no trace.")
  const { escalated, agent, category, complexity, asks, responder } = await readTrace(world.system, last.id)
  return {
    answer: reply.answer?.text ?? "",
    isEscalated: escalated,
    agent,
    category,
    complexity,
    asks,
    responder,
  }
}
