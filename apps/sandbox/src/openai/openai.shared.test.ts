import { createOpenAI } from "@ai-sdk/openai"
import { embedMany } from "ai"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { parseJson } from "../core/json.ts"
import { createSandbox, type RunningSandbox } from "../sandbox.ts"
import { exerciseModel } from "../testing/exercise-model.ts"
import { hasSpecs, openSpec, type Spec, schemaPointer } from "../testing/read-specs.ts"
import { eventsOf, type Recorder, recordTraffic } from "../testing/record-traffic.ts"

describe.skipIf(!hasSpecs)("OpenAI's published specification", () => {
  let sandbox: RunningSandbox
  let spec: Spec
  let recorder: Recorder

  beforeAll(async () => {
    sandbox = await createSandbox()
    spec = openSpec("openai/openai-2.3.0.cut.openapi.json")
    recorder = recordTraffic()
    const openai = createOpenAI({
      apiKey: "sk-x",
      baseURL: `${sandbox.url}/openai/v1`,
      fetch: recorder.fetch,
    })
    await exerciseModel(openai("gpt-4o"))
    await exerciseModel(openai.chat("gpt-4o"))
    await embedMany({ model: openai.embedding("text-embedding-3-small"), values: ["one", "two"] })
  })
  afterAll(() => sandbox.close())

  test.each([
    [
      "/openai/v1/chat/completions",
      "CreateChatCompletionRequest",
      "CreateChatCompletionResponse",
      "CreateChatCompletionStreamResponse",
    ],
    ["/openai/v1/responses", "CreateResponse", "Response", "ResponseStreamEvent"],
    ["/openai/v1/embeddings", "CreateEmbeddingRequest", "CreateEmbeddingResponse", ""],
  ])("holds for %s, requests, replies and streams", (path, request, reply, event) => {
    const exchanges = recorder.exchanges.filter((exchange) => exchange.path === path)
    expect(exchanges.length).toBeGreaterThan(0)
    for (const exchange of exchanges) {
      expect(spec.check(schemaPointer(request), parseJson(exchange.request))).toEqual([])
      const isStream = exchange.reply.includes("data: ")
      if (!isStream) expect(spec.check(schemaPointer(reply), parseJson(exchange.reply))).toEqual([])
      const events = isStream ? eventsOf(exchange.reply) : []
      expect(isStream ? events.length : 1).toBeGreaterThan(0)
      for (const data of events) expect([data, spec.check(schemaPointer(event), data)]).toEqual([data, []])
    }
  })

  test("holds for models and errors", async () => {
    const read = async (path: string, key: string) =>
      (
        await fetch(`${sandbox.url}/openai/v1${path}`, {
          headers: key ? { authorization: `Bearer ${key}` } : {},
        })
      ).json()
    expect(spec.check(schemaPointer("ListModelsResponse"), await read("/models", "k"))).toEqual([])
    expect(spec.check(schemaPointer("Model"), await read("/models/gpt-4o", "k"))).toEqual([])
    expect(spec.check(schemaPointer("ErrorResponse"), await read("/models", ""))).toEqual([])
    expect(spec.check(schemaPointer("ErrorResponse"), await read("/nothing", "k"))).toEqual([])
  })

  test("would notice a reply that lacks a field", () => {
    expect(spec.check(schemaPointer("CreateChatCompletionResponse"), { id: "x", choices: [] })).not.toEqual(
      [],
    )
  })
})
