import { createMistral } from "@ai-sdk/mistral"
import { embed } from "ai"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { parseJson } from "../core/json.ts"
import { createSandbox, type RunningSandbox } from "../sandbox.ts"
import { exerciseModel } from "../testing/exercise-model.ts"
import { hasSpecs, openSpec, type Spec, schemaPointer } from "../testing/read-specs.ts"
import { eventsOf, type Recorder, recordTraffic } from "../testing/record-traffic.ts"

describe.skipIf(!hasSpecs)("Mistral's published specification", () => {
  let sandbox: RunningSandbox
  let spec: Spec
  let recorder: Recorder

  beforeAll(async () => {
    sandbox = await createSandbox()
    spec = openSpec("mistral/mistral-public.cut.openapi.json")
    recorder = recordTraffic()
    const mistral = createMistral({
      apiKey: "k",
      baseURL: `${sandbox.url}/mistral/v1`,
      fetch: recorder.fetch,
    })
    await exerciseModel(mistral("mistral-large-latest"))
    await embed({ model: mistral.embedding("mistral-embed"), value: "one" })
  })
  afterAll(() => sandbox.close())

  test("holds for chat, requests, replies and streams", () => {
    const exchanges = recorder.exchanges.filter((exchange) => exchange.path.endsWith("/chat/completions"))
    expect(exchanges.length).toBeGreaterThan(5)
    for (const { request, reply } of exchanges) {
      expect(spec.check(schemaPointer("ChatCompletionRequest"), parseJson(request))).toEqual([])
      const isStream = reply.includes("data: ")
      // The specification demands `data` of a chat reply, which is the list of an embedding's; no reply carries it.
      const known = (problem: string) => problem.includes('"missingProperty":"data"')
      const problems = isStream ? [] : spec.check(schemaPointer("ChatCompletionResponse"), parseJson(reply))
      expect(problems.filter((problem) => !known(problem))).toEqual([])
      for (const data of isStream ? eventsOf(reply) : []) {
        expect([data, spec.check(schemaPointer("CompletionChunk"), data)]).toEqual([data, []])
      }
    }
  })

  test("holds for embeddings and models", async () => {
    const [exchange] = recorder.exchanges.filter((entry) => entry.path.endsWith("/embeddings"))
    expect(spec.check(schemaPointer("EmbeddingRequest"), parseJson(exchange!.request))).toEqual([])
    expect(spec.check(schemaPointer("EmbeddingResponse"), parseJson(exchange!.reply))).toEqual([])
    const models = await fetch(`${sandbox.url}/mistral/v1/models`, { headers: { authorization: "Bearer k" } })
    expect(spec.check(schemaPointer("ModelList"), await models.json())).toEqual([])
  })

  test("would notice a reply that lacks a field", () => {
    expect(spec.check(schemaPointer("CompletionChunk"), { id: "x" })).not.toEqual([])
  })
})
