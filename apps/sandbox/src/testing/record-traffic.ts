import { type Json, parseJson } from "../core/json.ts"

export type Exchange = { method: string; path: string; request: string; status: number; reply: string }

export type Recorder = { fetch: typeof fetch; exchanges: Exchange[] }

/** A fetch that passes everything on and keeps what went over the wire. */
export function recordTraffic(): Recorder {
  const exchanges: Exchange[] = []
  const recording: typeof fetch = async (input, init) => {
    const reply = await fetch(input, init)
    const text = await reply.clone().text()
    const url = new URL(input instanceof Request ? input.url : input)
    const request = typeof init?.body === "string" ? init.body : ""
    exchanges.push({
      method: init?.method ?? "GET",
      path: url.pathname,
      request,
      status: reply.status,
      reply: text,
    })
    return reply
  }
  return { fetch: recording, exchanges }
}

/** The JSON of every `data:` line of a stream, without the closing `[DONE]`. */
export function eventsOf(reply: string): Json[] {
  return reply
    .split("\n")
    .filter((line) => line.startsWith("data: "))
    .map((line) => parseJson(line.slice(6)))
    .filter((value) => value !== undefined)
}
