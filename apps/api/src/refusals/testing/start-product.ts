import type { Trace } from "@myhibachi/contract/assistant"
import type { Message, SentMessage } from "@myhibachi/contract/conversations"
import { findTraces, readTrace } from "#modules/assistant/index.ts"
import { retireAnswers } from "#modules/classroom/index.ts"
import { MODEL_VENDORS, modelSettings } from "#modules/classroom/testing/model-settings.ts"
import { type PaymentBench, startPaymentBench } from "#modules/payments/testing/payment-bench.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { languageModelsFrom } from "#providers/llm/language-models.ts"
import { modelSourceFrom } from "#providers/llm/model-source.ts"
import type { FaultKind } from "../../../../sandbox/src/core/faults.ts"
import type { RunningSandbox } from "../../../../sandbox/src/sandbox.ts"

/** The reply to a message, with the answer that a customer would read. */
export interface Said extends SentMessage {
  httpStatus: number
  code: string | undefined
  detail: string
}

/** The whole product over HTTP with every provider in the sandbox. */
export interface Product {
  app: TestApplication
  bench: PaymentBench
  sandbox: RunningSandbox
  /** Calls a route. `body` is JSON. */
  call<T>(method: "GET" | "POST" | "DELETE", url: string, body?: object, key?: string): Promise<Answered<T>>
  openChat(): Promise<string>
  /** Writes into the chat and waits for the answer. */
  say(token: string, text: string): Promise<Said>
  /** Gives the seats of these vendors a fault, all of them when none is named, and every breaker a new start. */
  seatsAre(kind: FaultKind, vendors?: readonly (typeof MODEL_VENDORS)[number][], delayMs?: number): void
  /** Takes every fault away. */
  mend(): void
  /** Forgets shared answers, so that the next question is discussed. */
  forgetAnswers(): Promise<void>
  /** @returns why the newest answer was given. */
  lastTrace(): Promise<Trace>
  close(): Promise<void>
}

export interface Answered<T> {
  status: number
  body: T
}

/** The body of a refusal. */
export interface Refused {
  code: string
  detail: string
  errors?: { pointer: string }[]
  otherStarts?: { startsAt: string }[]
}

/** Starts the application on a database of its own beside the sandbox of all its providers. */
export async function startProduct(): Promise<Product> {
  const parts: { sandboxUrl?: string } = {}
  const bench = await startPaymentBench((environment) => {
    parts.sandboxUrl = environment.STRIPE_API_URL ?? ""
    return testApplication({ environment: { ...environment, ...modelSettings(parts.sandboxUrl) } })
  })
  const { app, cards } = bench
  const { sandbox } = cards
  const call = caller(app)
  const mend = () => {
    sandbox.ctx.faults.clear()
    // A circuit that one test opened must not decide the next one.
    app.services.providers.languageModels = languageModelsFrom(modelSourceFrom(app.services.config))
  }
  return {
    app,
    bench,
    sandbox,
    call,
    mend,
    forgetAnswers: () => forgetAnswers(app),
    lastTrace: () => lastTrace(app),
    openChat: async () => (await call<{ token: string }>("POST", "/v1/public/conversations", {})).body.token,
    say: (token, text) => say(app, token, text),
    seatsAre: (kind, vendors = MODEL_VENDORS, delayMs = 60_000) => {
      mend()
      for (const vendor of vendors) sandbox.ctx.faults.set({ vendor, kind, delayMs })
    },
    close: () => bench.close(),
  }
}

async function forgetAnswers(app: TestApplication): Promise<void> {
  const { rows } = await app
    .ctx()
    .db.execute<{ intent: string }>("select distinct intent from classroom_answers where retired_at is null")
  for (const { intent } of rows) await retireAnswers(app.ctx(), { intent }, "forgotten by a test")
}

async function lastTrace(app: TestApplication): Promise<Trace> {
  const { items } = await findTraces(app.ctx(), { limit: 1 })
  if (!items[0]) throw new Error("No answer was given yet.")
  return readTrace(app.ctx(), items[0].id)
}

let keys = 0

function nextKey(): string {
  keys += 1
  return `refusal-key-${keys}`
}

function caller(app: TestApplication): Product["call"] {
  return async (method, url, body, key = nextKey()) => {
    const headers = { "idempotency-key": key }
    const reply = await app.http.inject({ method, url, headers, ...(body ? { payload: body } : {}) })
    return { status: reply.statusCode, body: reply.json() }
  }
}

async function say(app: TestApplication, token: string, text: string): Promise<Said> {
  const reply = await app.http.inject({
    method: "POST",
    url: `/v1/public/conversations/${token}/messages`,
    payload: { clientMessageId: nextKey(), text },
  })
  const body = reply.json()
  return { httpStatus: reply.statusCode, ...body }
}

/** @returns the words of the answer. @throws Error when there is none. */
export function wordsOf(said: { answer: Message | null }): string {
  if (!said.answer) throw new Error(`There was no answer: ${JSON.stringify(said)}`)
  return said.answer.text
}
