import { EventEmitter } from "node:events"
import type { Redis } from "ioredis"

/** A hint that something changed; the receiver reads the truth again. */
export interface LiveEvent {
  topic: string
  kind: string
  id: string
}

/** Live updates to open pages: in memory when alone, over Redis between processes. */
export interface Live {
  publish(event: LiveEvent): void
  /** @returns the function that ends the subscription. */
  subscribe(topics: string[], receive: (event: LiveEvent) => void): () => void
  close(): Promise<void>
}

/** @returns live updates inside this process. */
export function liveInMemory(): Live {
  const emitter = new EventEmitter().setMaxListeners(0)
  return {
    publish: (event) => emitter.emit("event", event),
    subscribe: (topics, receive) => listen(emitter, topics, receive),
    close: async () => {
      emitter.removeAllListeners()
    },
  }
}

const CHANNEL = "myhibachi:live"

/** @returns live updates across processes; `connect` makes a Redis connection of its own for each direction. */
export async function liveOverRedis(connect: () => Redis): Promise<Live> {
  const emitter = new EventEmitter().setMaxListeners(0)
  const sender = connect()
  const receiver = connect()
  await receiver.subscribe(CHANNEL)
  receiver.on("message", (_channel, text) => emitter.emit("event", JSON.parse(text)))
  return {
    publish: (event) => void sender.publish(CHANNEL, JSON.stringify(event)),
    subscribe: (topics, receive) => listen(emitter, topics, receive),
    close: async () => {
      sender.disconnect()
      receiver.disconnect()
    },
  }
}

function listen(emitter: EventEmitter, topics: string[], receive: (event: LiveEvent) => void): () => void {
  const wanted = new Set(topics)
  const listener = (event: LiveEvent) => {
    if (wanted.has(event.topic)) receive(event)
  }
  emitter.on("event", listener)
  return () => emitter.off("event", listener)
}
