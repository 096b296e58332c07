import { MockLanguageModelV4 } from "ai/test"
import { afterEach, expect, test, vi } from "vitest"
import { z } from "zod"
import { languageModelsFrom } from "./language-models.ts"
import type { ModelQuestion } from "./port.ts"

const NAME = { provider: "openai", model: "some-model" } as const
const GUARD = { failuresToOpen: 2, restMs: 10_000, longestRestMs: 60_000, parallelCalls: 1, waitingCalls: 0 }
const QUESTION: ModelQuestion<{ answer: string }> = {
  instructions: "Answer.",
  prompt: "What does it cost?",
  schema: z.object({ answer: z.string() }),
  maxOutputTokens: 100,
  timeoutMs: 5_000,
}

type Generate = MockLanguageModelV4["doGenerate"]
type Generated = Awaited<ReturnType<Generate>>

afterEach(() => vi.useRealTimers())

function saying(text: string): Generated {
  return {
    content: [{ type: "text", text }],
    finishReason: { unified: "stop", raw: "stop" },
    usage: {
      inputTokens: { total: 40, noCache: 40, cacheRead: 0, cacheWrite: 0 },
      outputTokens: { total: 7, text: 7, reasoning: 0 },
    },
    warnings: [],
  }
}

function modelsOf(doGenerate: Generate) {
  const model = new MockLanguageModelV4({ doGenerate })
  return { model, models: languageModelsFrom({ openai: () => model }, GUARD) }
}

test("gives the answer in the agreed shape with the tokens that it took", async () => {
  const { models } = modelsOf(async () => saying('{"answer":"It depends."}'))
  const reply = await models.ask(NAME, QUESTION)
  expect(reply).toMatchObject({
    kind: "answered",
    output: { answer: "It depends." },
    usage: { inputTokens: 40, outputTokens: 7, isEstimated: false },
  })
})

test("calls a reply of another shape malformed, and counts its tokens", async () => {
  const { models } = modelsOf(async () => saying('{"answer":'))
  expect(await models.ask(NAME, QUESTION)).toMatchObject({ kind: "malformed", usage: { outputTokens: 7 } })
})

test("gives up a model that does not answer in time, even one that ignores being cancelled", async () => {
  const { models } = modelsOf(() => new Promise(() => {}))
  expect(await models.ask(NAME, { ...QUESTION, timeoutMs: 20 })).toMatchObject({ kind: "late" })
})

test("asks once: a failure is not tried again", async () => {
  const { model, models } = modelsOf(() => Promise.reject(new Error("no")))
  expect(await models.ask(NAME, QUESTION)).toMatchObject({
    kind: "failed",
    failure: "The call failed: Error.",
  })
  expect(model.doGenerateCalls).toHaveLength(1)
})

test("rests after repeated failures, then probes, and works again when the probe answers", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 })
  let isDown = true
  const { model, models } = modelsOf(async () => {
    if (isDown) throw new Error("down")
    return saying('{"answer":"Back."}')
  })
  await models.ask(NAME, QUESTION)
  await models.ask(NAME, QUESTION)
  expect(models.breakerState(NAME)).toBe("open")
  expect(await models.ask(NAME, QUESTION)).toMatchObject({ kind: "failed", usage: { inputTokens: 0 } })
  expect(model.doGenerateCalls).toHaveLength(2)
  isDown = false
  vi.setSystemTime(GUARD.longestRestMs)
  expect(await models.ask(NAME, QUESTION)).toMatchObject({ kind: "answered" })
  expect(models.breakerState(NAME)).toBe("closed")
})

test("turns away what is more than the model may do at one time", async () => {
  const { models } = modelsOf(() => new Promise(() => {}))
  const first = models.ask(NAME, { ...QUESTION, timeoutMs: 50 })
  expect(await models.ask(NAME, QUESTION)).toMatchObject({ kind: "failed" })
  expect(await first).toMatchObject({ kind: "late" })
})

test("has no provider without a key", async () => {
  const models = languageModelsFrom({})
  expect(models.isConfigured("openai")).toBe(false)
  expect(await models.ask(NAME, QUESTION)).toMatchObject({ kind: "failed" })
})
