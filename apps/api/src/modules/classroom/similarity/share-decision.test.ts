import { expect, test } from "vitest"
import { understand } from "#modules/understanding/index.ts"
import { canonicalQuestion } from "./canonical-question.ts"
import { embeddedEmbedder } from "./embedded-embedder.ts"
import { type ShareRule, shareDecision } from "./share-decision.ts"

const OPTIONS = {
  now: "2026-11-25T10:00:00-08:00",
  timeZone: "America/Los_Angeles",
  channel: "web_chat",
} as const

async function ask(text: string, scope = "visitor") {
  const question = canonicalQuestion(understand(text, OPTIONS))
  const [embedding] = await embeddedEmbedder().embed([question.masked])
  return { scope, question, embedding: embedding! }
}

async function decide(a: string, b: string, mode: ShareRule["mode"]) {
  return shareDecision(await ask(a), await ask(b), { mode, threshold: 0.85 })
}

const FIRST =
  "Hi! 14 adults and 3 kids (4, 7 and 11) in Oakland on the second Saturday of next month around 6, two of us want lobster. How much?"
const SECOND =
  "What would it run us for 22 adults, Oakland again, same Saturday at six-ish, a couple of lobster tails?"

test("shares the template of the same question in other words, but not its numbers", async () => {
  const template = await decide(FIRST, SECOND, "template")
  expect(template).toMatchObject({ share: true })
  expect(template.similarity).toBeGreaterThanOrEqual(0.85)
  expect(await decide(FIRST, SECOND, "answer")).toMatchObject({ share: false, reason: "other-values" })
})

test.each([
  ["How much for 20 guests?", "How much for 30 guests?", "other-values"],
  ["Do you bring tables?", "Do you bring chairs?", "other-signature"],
  ["Do you bring plates?", "Should I bring plates?", "other-signature"],
  ["Is the deposit refundable?", "Is the deposit not refundable?", "other-polarity"],
  ["Is there egg in the fried rice?", "Is there soy in the fried rice?", "other-signature"],
  ["How much is the deposit?", "When is the balance due?", "other-intent"],
  ["What's my balance?", "What's my balance?", "not-cacheable"],
  ["The chef was rude", "The chef was rude", "not-cacheable"],
])("keeps apart: %s / %s", async (a, b, reason) => {
  expect(await decide(a, b, "answer")).toMatchObject({ share: false, reason })
  expect(await decide(b, a, "answer")).toMatchObject({ share: false, reason })
})

test("never shares across scopes, nor under 0.85 whatever the threshold says", async () => {
  const [here, there] = [
    await ask("What happens if it rains?"),
    await ask("What happens if it rains?", "staff"),
  ]
  expect(shareDecision(here, there, { mode: "template", threshold: 0.85 }).reason).toBe("other-scope")
  const far = { ...here, embedding: here.embedding.map((value, at) => (at === 0 ? 0.8 : value * 0.6)) }
  expect(shareDecision(here, far, { mode: "template", threshold: 0.1 }).reason).toBe("too-far")
})

test("embeds the same text to the same unit vector", async () => {
  const embedder = embeddedEmbedder()
  const [one, two, other] = await embedder.embed(["Do you tip?", "Do you tip?", "How far do you travel?"])
  expect(one).toEqual(two)
  expect(one).toHaveLength(embedder.dimension)
  expect(Math.hypot(...one!)).toBeCloseTo(1, 5)
  expect(one!.reduce((sum, value, at) => sum + value * other![at]!, 0)).toBeLessThan(0.5)
})
