import type { z } from "zod"
import { problemOf, unreachable } from "./problem.ts"

export interface RequestOptions {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  body?: unknown
  query?: Record<string, string | number | boolean | null | undefined>
  headers?: Record<string, string>
  signal?: AbortSignal
}

/**
 * Asks the API from the browser; the reply is checked against the contract's schema.
 * @throws ApiProblem
 */
export async function request<T extends z.ZodType>(
  schema: T,
  path: string,
  options: RequestOptions = {},
): Promise<z.output<T>> {
  const response = await send(`/api${path}${queryText(options.query)}`, options)
  const text = await response.text()
  const body = readJson(text)
  if (!response.ok) throw problemOf(response.status, body)
  return schema.parse(body)
}

async function send(url: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json", ...options.headers }
  if (options.body !== undefined) headers["content-type"] = "application/json"
  try {
    return await fetch(url, {
      method: options.method ?? "GET",
      headers,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause
    throw unreachable(cause)
  }
}

/** @returns `?a=1&b=2` without the members that are absent or empty. */
export function queryText(query: RequestOptions["query"] = {}): string {
  const present = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  )
  const text = new URLSearchParams(present.map(([name, value]) => [name, String(value)])).toString()
  return text ? `?${text}` : ""
}

function readJson(text: string): unknown {
  if (text === "") return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined // safe: the schema, or the status, then says what is wrong
  }
}
