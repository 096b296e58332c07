import type { Message } from "@myhibachi/contract/conversations"

/** A message on its way; `afterSequence` is the last one that was there when it was sent. */
export interface Outgoing {
  clientMessageId: string
  text: string
  afterSequence: number
  state: "sending" | "failed"
  complaint: string | null
}

/** @returns both lists as one, in order, each message once; a later reading of a message wins. */
export function mergeMessages(known: Message[], more: Message[]): Message[] {
  const byId = new Map([...known, ...more].map((message) => [message.id, message]))
  return [...byId.values()].sort((one, other) => one.sequence - other.sequence)
}

/** @returns those that the server does not show yet; a live update may overtake the reply to sending. */
export function stillOutgoing(outgoing: Outgoing[], messages: Message[]): Outgoing[] {
  return outgoing.filter(
    (mine) =>
      !messages.some(
        (message) =>
          message.author === "customer" &&
          message.sequence > mine.afterSequence &&
          message.text === mine.text.trim(),
      ),
  )
}
