import { z } from "zod"
import { AppError } from "#platform/errors.ts"

export interface RingCentralAccount {
  serverUrl: string
  clientId: string
  clientSecret: string
  /** The credential of the extension that owns our number. */
  jwt: string
  /** Of one request. */
  timeoutMs?: number
}

export interface RingCentralReply {
  status: number
  headers: Headers
  body: unknown
}

export type AskRingCentral = (
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: object,
) => Promise<RingCentralReply>

const TIMEOUT_MS = 10_000
const EARLY_SECONDS = 60

const TokenReply = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  refresh_token: z.string().optional(),
})

interface Token {
  access: string
  refresh: string | undefined
  /** By the process's own clock, in milliseconds. */
  endsAtMs: number
}

/**
 * @returns a way to ask RingCentral with a token that is kept and made anew in one place: log-ins are limited to
 * five a minute. A request that met an old token is asked once more. @throws AppError "sms-down" when no answer came.
 */
export function connectRingCentral(account: RingCentralAccount): AskRingCentral {
  const holder = holdToken(account)
  const ask = async (method: string, path: string, body?: object) =>
    request(account, path, {
      method,
      headers: {
        authorization: `Bearer ${await holder.token()}`,
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  return async (method, path, body) => {
    const reply = await ask(method, path, body)
    if (reply.status !== 401) return reply
    holder.forget()
    return ask(method, path, body)
  }
}

function holdToken(account: RingCentralAccount) {
  let kept: Promise<Token> | undefined
  const renew = (old: Token | undefined) => {
    kept = logIn(account, old?.refresh).catch((error: unknown) => {
      kept = undefined
      throw error
    })
    return kept
  }
  return {
    token: async () => {
      const known = await (kept ?? renew(undefined))
      if (performance.now() < known.endsAtMs) return known.access
      // Whoever comes second waits for the log-in of the first.
      const current = await kept
      return (current && current !== known ? current : await renew(known)).access
    },
    forget: () => {
      kept = undefined
    },
  }
}

async function logIn(account: RingCentralAccount, refreshToken: string | undefined): Promise<Token> {
  if (refreshToken !== undefined) {
    const renewed = await askToken(account, { grant_type: "refresh_token", refresh_token: refreshToken })
    if (renewed) return renewed
  }
  const grant = { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: account.jwt }
  const token = await askToken(account, grant)
  if (!token) throw new AppError("unavailable", "sms-login-refused", "RingCentral refuses our log-in.")
  return token
}

async function askToken(account: RingCentralAccount, form: Record<string, string>): Promise<Token | null> {
  const client = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString("base64")
  const { status, body } = await request(account, "/restapi/oauth/token", {
    method: "POST",
    headers: { authorization: `Basic ${client}`, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form).toString(),
  })
  if (status === 400 || status === 401) return null
  const parsed = TokenReply.safeParse(body)
  if (!parsed.success) throw smsDown(`The log-in was answered with ${status}.`)
  const { access_token: access, expires_in: seconds, refresh_token: refresh } = parsed.data
  return { access, refresh, endsAtMs: performance.now() + (seconds - EARLY_SECONDS) * 1000 }
}

async function request(
  account: RingCentralAccount,
  path: string,
  init: RequestInit,
): Promise<RingCentralReply> {
  try {
    const signal = AbortSignal.timeout(account.timeoutMs ?? TIMEOUT_MS)
    const reply = await fetch(`${account.serverUrl}${path}`, { ...init, signal, redirect: "manual" })
    return { status: reply.status, headers: reply.headers, body: parseBody(await reply.text()) }
  } catch (error) {
    throw smsDown("No answer came.", error)
  }
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not the protocol: the reader's schema says so.
    return undefined
  }
}

/** @returns the error for an answer that is missing or makes no sense. */
export function smsDown(detail: string, cause?: unknown): AppError {
  const words = "Text messages are delayed; we keep trying."
  return new AppError("unavailable", "sms-down", words, { detail }, { cause })
}
