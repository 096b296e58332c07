import { cookies, headers } from "next/headers"
import type { z } from "zod"
import { ApiProblem, problemOf, unreachable } from "./problem.ts"

/** @returns where the API is, as the environment says when the site runs. */
export function apiUrl(): string {
  return process.env.API_URL ?? "http://localhost:4000"
}

/**
 * Asks the API while a page is rendered, as the person whose cookies came with the page request.
 * @throws ApiProblem
 */
export async function readOnServer<T extends z.ZodType>(schema: T, path: string): Promise<z.output<T>> {
  const cookie = (await cookies()).toString()
  const agent = (await headers()).get("user-agent") ?? "admin"
  let response: Response
  try {
    response = await fetch(apiUrl() + path, {
      headers: { accept: "application/json", cookie, "user-agent": agent },
      cache: "no-store",
    })
  } catch (cause) {
    throw unreachable(cause)
  }
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw problemOf(response.status, body)
  return schema.parse(body)
}

/** @returns the reply, or the problem as a value, for pages that show it in place. */
export async function tryReadOnServer<T extends z.ZodType>(
  schema: T,
  path: string,
): Promise<{ data: z.output<T>; problem: null } | { data: null; problem: ApiProblem }> {
  try {
    return { data: await readOnServer(schema, path), problem: null }
  } catch (error) {
    if (error instanceof ApiProblem) return { data: null, problem: error }
    throw error
  }
}
