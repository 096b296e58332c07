import { embed } from "ai"
import { createOllama } from "ollama-ai-provider-v2"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { parseJson } from "../core/json.ts"
import { createSandbox, type RunningSandbox } from "../sandbox.ts"
import { exerciseModel } from "../testing/exercise-model.ts"
import { hasSpecs, openSpec, type Spec, schemaPointer } from "../testing/read-specs.ts"
import { type Recorder, recordTraffic } from "../testing/record-traffic.ts"

describe.skipIf(!hasSpecs)("Ollama's published specification", () => {
  let sandbox: RunningSandbox
  let spec: Spec
  let recorder: Recorder

  beforeAll(async () => {
    sandbox = await createSandbox()
    spec = openSpec("ollama/ollama.openapi.json")
    recorder = recordTraffic()
    const ollama = createOllama({ baseURL: `${sandbox.url}/ollama/api`, fetch: recorder.fetch })
    await exerciseModel(ollama("llama3"))
    await embed({ model: ollama.embedding("nomic-embed-text"), value: "one" })
  })
  afterAll(() => sandbox.close())

  const post = async (path: string, body: object) =>
    (
      await fetch(`${sandbox.url}/ollama/api${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      })
    ).text()

  const checkLines = (name: string, text: string) => {
    const lines = text.trim().split("\n").map(parseJson)
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(spec.check(schemaPointer(name), line)).toEqual([])
    expect(lines.at(-1)).toMatchObject({ done: true })
  }

  test("holds for chat, requests and replies", () => {
    const exchanges = recorder.exchanges.filter((exchange) => exchange.path.endsWith("/chat"))
    expect(exchanges.length).toBeGreaterThan(5)
    for (const { request, reply } of exchanges) {
      expect(spec.check(schemaPointer("ChatRequest"), parseJson(request))).toEqual([])
      const isWhole = parseJson(request) !== undefined && request.includes('"stream":false')
      checkLines(isWhole ? "ChatResponse" : "ChatStreamEvent", reply)
    }
  })

  test("holds for generate, embed, tags, show and version", async () => {
    const prompt = { model: "llama3", prompt: "How deep is the lake?" }
    checkLines("GenerateResponse", await post("/generate", { ...prompt, stream: false }))
    checkLines("GenerateStreamEvent", await post("/generate", prompt))
    const [exchange] = recorder.exchanges.filter((entry) => entry.path.endsWith("/embed"))
    expect(spec.check(schemaPointer("EmbedRequest"), parseJson(exchange!.request))).toEqual([])
    expect(spec.check(schemaPointer("EmbedResponse"), parseJson(exchange!.reply))).toEqual([])
    const read = async (path: string) => (await fetch(`${sandbox.url}/ollama/api${path}`)).json()
    expect(spec.check(schemaPointer("ListResponse"), await read("/tags"))).toEqual([])
    expect(spec.check(schemaPointer("VersionResponse"), await read("/version"))).toEqual([])
    expect(
      spec.check(schemaPointer("ShowResponse"), parseJson(await post("/show", { model: "llama3" }))),
    ).toEqual([])
  })

  test("would notice a reply of the wrong kind", () => {
    expect(spec.check(schemaPointer("ChatResponse"), { done: "yes" })).not.toEqual([])
  })
})
