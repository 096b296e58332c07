import type { z } from "zod"
import { problemOf, unreachable } from "./problem.ts"

export interface RequestOptions {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  body?: unknown
  query?: Record<string, string | number | undefined>
  /** Makes a repetition of the same request harmless. */
  idempotencyKey?: string
  /** The version that the change is based on. */
  ifMatch?: string
  headers?: Record<string, string>
  signal?: AbortSignal
}

/**
 * Asks the API; the reply is checked against the contract's schema. `base` is the API's address on the
 * server and this site's own `/api` in the browser.
 * @throws ApiProblem
 */
export async function request<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  options: RequestOptions = {},
  base = "/api",
): Promise<z.output<Schema>> {
  return (await requestWithVersion(schema, path, options, base)).body
}

/** As `request`, with the reply's ETag, which a change must name. @throws ApiProblem */
export async function requestWithVersion<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  options: RequestOptions = {},
  base = "/api",
): Promise<{ body: z.output<Schema>; version: string | null }> {
  const response = await send(`${base}${path}${queryText(options.query)}`, options)
  const body = readJson(await response.text())
  if (!response.ok) throw problemOf(response.status, body)
  return { body: schema.parse(body), version: response.headers.get("etag") }
}

async function send(url: string, options: RequestOptions): Promise<Response> {
  const headers = new Headers({ accept: "application/json", ...options.headers })
  if (options.body !== undefined) headers.set("content-type", "application/json")
  if (options.idempotencyKey) headers.set("idempotency-key", options.idempotencyKey)
  if (options.ifMatch) headers.set("if-match", options.ifMatch)
  try {
    return await fetch(url, {
      method: options.method ?? "GET",
      headers,
      cache: "no-store",
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw unreachable()
  }
}

function queryText(query: RequestOptions["query"] = {}): string {
  const present = Object.entries(query).filter(([, value]) => value !== undefined && value !== "")
  if (present.length === 0) return ""
  return `?${new URLSearchParams(present.map(([name, value]) => [name, String(value)]))}`
}

function readJson(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text)
  } catch {
    return undefined // the status, or the schema, then says what is wrong
  }
}

/** @returns a fresh key; works on plain http too, where randomUUID does not exist. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("")
}
