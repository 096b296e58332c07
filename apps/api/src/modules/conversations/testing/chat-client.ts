import type {
  CustomerConversation,
  Message,
  MessageList,
  SentMessage,
} from "@myhibachi/contract/conversations"
import type { TestApplication } from "#platform/testing/application.ts"

export interface ChatReply {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into problems whose shape they assert
  json: any
}

/** A customer in the chat of the site. */
export interface ChatClient {
  conversation: CustomerConversation
  /** Sends a message and gives the whole reply; the client message id is made up unless given. */
  send(text: string, clientMessageId?: string): Promise<ChatReply>
  /** Sends a message that must be answered at once. @returns the answer. */
  ask(text: string): Promise<Message>
  read(): Promise<MessageList>
}

let count = 0

/** Opens a chat over HTTP, with a signed booking link when one is given. */
export async function openChat(app: TestApplication, bookingToken?: string): Promise<ChatClient> {
  const opened = await app.http.inject({
    method: "POST",
    url: "/v1/public/conversations",
    payload: bookingToken ? { bookingToken } : {},
  })
  if (opened.statusCode !== 201) throw new Error(`The chat did not open: ${opened.body}`)
  const conversation = opened.json() as CustomerConversation
  const url = `/v1/public/conversations/${conversation.token}/messages`
  const send = async (text: string, clientMessageId = `client-${++count}`) => {
    const reply = await app.http.inject({ method: "POST", url, payload: { clientMessageId, text } })
    return { status: reply.statusCode, json: reply.json() }
  }
  return {
    conversation,
    send,
    ask: async (text) => {
      const { status, json } = await send(text)
      const { answer } = json as SentMessage
      if (status !== 200 || !answer) throw new Error(`There was no answer: ${status} ${JSON.stringify(json)}`)
      return answer
    },
    read: async () => (await app.http.inject({ method: "GET", url })).json() as MessageList,
  }
}
