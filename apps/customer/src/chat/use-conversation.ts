import {
  type ConversationStatus,
  type CustomerConversation,
  type Message,
  MessageList,
  SentMessage,
} from "@myhibachi/contract/conversations"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useCallback, useState } from "react"
import { z } from "zod"
import { sentenceOf } from "@/api/problem.ts"
import { newKey, request } from "@/api/request.ts"
import { forgetConversation, openConversation } from "./conversation-link.ts"
import { mergeMessages, type Outgoing, stillOutgoing } from "./outgoing.ts"
import { useLiveUpdates } from "./use-live-updates.ts"

const POLL_MS = 4000
const PersonAsked = z.object({ status: SentMessage.shape.status })

export interface ConversationView {
  conversation: CustomerConversation | undefined
  status: ConversationStatus
  messages: Message[]
  outgoing: Outgoing[]
  /** Whether an answer is being made. */
  isWorking: boolean
  error: unknown
  retry: () => void
  send: (text: string) => void
  sendAgain: (clientMessageId: string) => void
  /** @throws ApiProblem */
  askForPerson: () => Promise<void>
  startOver: () => void
}

/** The customer's conversation: kept in this browser, live while it is open, polled when the stream is away. */
export function useConversation(): ConversationView {
  const queries = useQueryClient()
  const [outgoing, setOutgoing] = useState<Outgoing[]>([])
  const opened = useQuery({
    queryKey: ["conversation"],
    queryFn: openConversation,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const token = opened.data?.token
  const refresh = useCallback(
    () => void queries.invalidateQueries({ queryKey: ["messages", token] }),
    [queries, token],
  )
  const isLive = useLiveUpdates(token, refresh)
  const list = useQuery({
    queryKey: ["messages", token],
    queryFn: () => request(MessageList, `/v1/public/conversations/${token}/messages`),
    enabled: token !== undefined,
    // While an answer is awaited it is also asked for: a hint of the stream may have been lost.
    refetchInterval: (query) =>
      isLive && query.state.data?.messages.at(-1)?.author !== "customer" ? false : POLL_MS,
  })
  const messages = list.data?.messages ?? []
  const status = list.data?.status ?? opened.data?.status ?? "assistant"

  const deliver = async (message: Outgoing) => {
    const update = (change: Partial<Outgoing> | null) =>
      setOutgoing((now) =>
        now.flatMap((one) =>
          one.clientMessageId !== message.clientMessageId ? [one] : change ? [{ ...one, ...change }] : [],
        ),
      )
    update({ state: "sending", complaint: null })
    try {
      const sent = await request(SentMessage, `/v1/public/conversations/${token}/messages`, {
        method: "POST",
        body: { clientMessageId: message.clientMessageId, text: message.text },
      })
      queries.setQueryData<MessageList>(["messages", token], (known) => ({
        status: sent.status,
        messages: mergeMessages(known?.messages ?? [], [sent.message, ...(sent.answer ? [sent.answer] : [])]),
      }))
      update(null)
    } catch (error) {
      update({ state: "failed", complaint: sentenceOf(error) })
    }
  }

  const pending = stillOutgoing(outgoing, messages)
  return {
    conversation: opened.data,
    status,
    messages,
    outgoing: pending,
    isWorking: isAnswerAwaited(status, messages, pending),
    error: opened.error ?? (list.data ? null : list.error),
    retry: () => void (opened.error ? opened.refetch() : list.refetch()),
    send: (text) => {
      const message: Outgoing = {
        clientMessageId: newKey(),
        text,
        afterSequence: messages.at(-1)?.sequence ?? 0,
        state: "sending",
        complaint: null,
      }
      setOutgoing((now) => [...now, message])
      void deliver(message)
    },
    sendAgain: (clientMessageId) => {
      const message = outgoing.find((one) => one.clientMessageId === clientMessageId)
      if (message) void deliver(message)
    },
    askForPerson: async () => {
      await request(PersonAsked, `/v1/public/conversations/${token}/person`, { method: "POST" })
      refresh()
    },
    startOver: () => {
      forgetConversation()
      setOutgoing([])
      void queries.resetQueries({ queryKey: ["conversation"] })
    },
  }
}

function isAnswerAwaited(status: ConversationStatus, messages: Message[], outgoing: Outgoing[]): boolean {
  if (status !== "assistant") return false
  return outgoing.some((one) => one.state === "sending") || messages.at(-1)?.author === "customer"
}
