import { createAnthropic } from "@ai-sdk/anthropic"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { parseJson } from "../core/json.ts"
import { createSandbox, type RunningSandbox } from "../sandbox.ts"
import { exerciseModel } from "../testing/exercise-model.ts"
import { hasSpecs, openSpec, type Spec, schemaPointer } from "../testing/read-specs.ts"
import { eventsOf, type Recorder, recordTraffic } from "../testing/record-traffic.ts"

describe.skipIf(!hasSpecs)("Anthropic's published types", () => {
  let sandbox: RunningSandbox
  let spec: Spec
  let recorder: Recorder

  beforeAll(async () => {
    sandbox = await createSandbox()
    spec = openSpec("anthropic/anthropic-sdk-1.12.0.derived.openapi.json")
    recorder = recordTraffic()
    const anthropic = createAnthropic({
      apiKey: "k",
      baseURL: `${sandbox.url}/anthropic/v1`,
      fetch: recorder.fetch,
    })
    await exerciseModel(anthropic("claude-sonnet-4-5"))
    await exerciseModel(anthropic("claude-3-haiku-20240307"))
  })
  afterAll(() => sandbox.close())

  test("hold for messages, requests, replies and streams", () => {
    expect(recorder.exchanges.length).toBeGreaterThan(10)
    for (const { request, reply } of recorder.exchanges) {
      expect(spec.check(schemaPointer("MessageCreateParams"), parseJson(request))).toEqual([])
      const isStream = reply.includes("data: ")
      if (!isStream) expect(spec.check(schemaPointer("Message"), parseJson(reply))).toEqual([])
      const events = isStream ? eventsOf(reply) : []
      expect(isStream ? events.length : 1).toBeGreaterThan(0)
      for (const data of events)
        expect([data, spec.check(schemaPointer("RawMessageStreamEvent"), data)]).toEqual([data, []])
    }
  })

  test("hold for models, counted tokens and errors", async () => {
    const headers = {
      "x-api-key": "k",
      "anthropic-version": "2023-06-01",
      "content-type": "application/json",
    }
    const read = async (path: string, init: RequestInit) =>
      (await fetch(`${sandbox.url}/anthropic/v1${path}`, init)).json()
    const models = (await read("/models", { headers })) as { data: unknown[] }
    for (const model of models.data) expect(spec.check(schemaPointer("ModelInfo"), model)).toEqual([])
    const body = JSON.stringify({
      model: "claude-sonnet-4-5",
      messages: [{ role: "user", content: "How long is this?" }],
    })
    const counted = await read("/messages/count_tokens", { method: "POST", headers, body })
    expect(spec.check(schemaPointer("MessageTokensCount"), counted)).toEqual([])
    expect(spec.check(schemaPointer("ErrorResponse"), await read("/models", {}))).toEqual([])
    expect(spec.check(schemaPointer("ErrorResponse"), await read("/nothing", { headers }))).toEqual([])
  })

  test("would notice a reply that lacks a field", () => {
    expect(spec.check(schemaPointer("Message"), { id: "x", type: "message" })).not.toEqual([])
  })
})
