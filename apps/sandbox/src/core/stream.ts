import { Readable } from "node:stream"
import type { FastifyReply } from "fastify"

/** One event of a stream, as the vendors that type their events write it. */
export type StreamEvent = { type: string; [key: string]: unknown }

/** Sends server-sent events; a name makes it an event with a type. */
export function sendEvents(
  reply: FastifyReply,
  events: { name?: string; data: object | string }[],
): FastifyReply {
  const lines = events.map(({ name, data }) => {
    const text = typeof data === "string" ? data : JSON.stringify(data)
    return `${name === undefined ? "" : `event: ${name}\n`}data: ${text}\n\n`
  })
  return reply
    .type("text/event-stream; charset=utf-8")
    .header("cache-control", "no-cache")
    .send(Readable.from(lines))
}

/** Sends one JSON object a line. */
export function sendLines(reply: FastifyReply, objects: object[]): FastifyReply {
  return reply
    .type("application/x-ndjson")
    .send(Readable.from(objects.map((object) => `${JSON.stringify(object)}\n`)))
}

/** The text in pieces of a few words, as a model would send it. */
export function piecesOf(text: string): string[] {
  return text.match(/\S*\s*(?:\S+\s*){0,3}/g)?.filter((piece) => piece !== "") ?? []
}
