import { afterAll, beforeAll, expect, test } from "vitest"
import { createSandbox, type RunningSandbox } from "../../../../sandbox/src/sandbox.ts"
import { chooseEmbedder } from "./choose-embedder.ts"
import type { Embedder } from "./port.ts"
import { cosineOf } from "./unit-vector.ts"

const embedded: Embedder = { id: "embedded", dimension: 1, embed: async () => [] }
let sandbox: RunningSandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})

afterAll(() => sandbox.close())

function choose(setting: string) {
  const config = {
    OPENAI_API_KEY: "sandbox-key",
    OPENAI_BASE_URL: `${sandbox.url}/openai/v1`,
    MISTRAL_API_KEY: "sandbox-key",
    MISTRAL_BASE_URL: `${sandbox.url}/mistral/v1`,
    OLLAMA_BASE_URL: `${sandbox.url}/ollama/api`,
  }
  return chooseEmbedder(setting, config, embedded)
}

test("takes the embedded one unless a provider is named", () => {
  expect(choose("embedded")).toBe(embedded)
})

test.each([
  ["openai:text-embedding-3-small:1536"],
  ["mistral:mistral-embed:1024"],
  ["ollama:nomic-embed-text:768"],
])("embeds with %s", async (setting) => {
  const embedder = choose(setting)
  const [one, same, other] = await embedder.embed([
    "what is the deposit",
    "what is the deposit",
    "is there a vegan menu",
  ])
  expect(one).toHaveLength(embedder.dimension)
  expect(cosineOf(one!, same!)).toBeCloseTo(1, 5)
  expect(cosineOf(one!, other!)).toBeLessThan(0.9)
})

test("refuses vectors of another length than the setting's", async () => {
  await expect(choose("openai:text-embedding-3-small:64").embed(["hello"])).rejects.toThrow(
    "gave 1536 numbers where 64",
  )
})

test.each([["openai"], ["acme:model:3"], ["openai:model"]])("refuses the setting %s", (setting) => {
  expect(() => choose(setting)).toThrow("EMBEDDING_MODEL")
})
