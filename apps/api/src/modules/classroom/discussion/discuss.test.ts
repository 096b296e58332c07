import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { createSandbox, type RunningSandbox } from "../../../../../sandbox/src/sandbox.ts"
import { seats } from "../tables.ts"
import { modelSettings } from "../testing/model-settings.ts"
import { aDiscussion, SAMPLE_FACTS } from "../testing/sample-discussion.ts"
import { discuss } from "./discuss.ts"
import { getDiscussion, judgeDiscussion } from "./find-discussions.ts"

let sandbox: RunningSandbox
let app: TestApplication

beforeAll(async () => {
  sandbox = await createSandbox()
  app = await testApplication({ environment: modelSettings(sandbox.url) })
})

afterAll(async () => {
  await app.close()
  await sandbox.close()
})

beforeEach(() => sandbox.ctx.faults.clear())

test("answers a simple question with the cheapest seat alone", async () => {
  const input = aDiscussion({
    complexity: 0.1,
    asks: ["price.per_adult"],
    question: "What do you charge per adult?",
  })
  const result = await discuss(app.ctx(), input)
  expect(result).toMatchObject({ kind: "answer", form: "one-seat", seatCount: 1 })
  const { responses } = await getDiscussion(app.ctx(), result.discussionId)
  expect(responses.map((response) => response.provider)).toEqual(["mistral"])
  expect(result.kind === "answer" && result.answer).toContain("$55.00")
})

test("needs no synthesis when all blind proposals of a standard question agree", async () => {
  const result = await discuss(app.ctx(), aDiscussion({ complexity: 0.5 }))
  const { rounds, responses } = await getDiscussion(app.ctx(), result.discussionId)
  expect(responses.map((response) => response.round)).toEqual(["proposal", "proposal", "proposal"])
  expect(rounds.at(-1)).toMatchObject({ round: "synthesis", skipped: "agreed" })
})

test("holds four rounds for a complex question and stores the transcript", async () => {
  const result = await discuss(app.ctx(), aDiscussion())
  expect(result).toMatchObject({ kind: "answer", form: "four-rounds", seatCount: 3 })
  const discussion = await getDiscussion(app.ctx(), result.discussionId)
  const held = discussion.rounds.filter((round) => !round.skipped).map((round) => round.round)
  expect(held).toEqual(["proposal", "critique", "revision", "synthesis"])
  expect(discussion.responses).toHaveLength(10)
  for (const figure of ["$55.00", "$30.00", "$100.00", "48 hours", "20%"])
    expect(discussion.answer).toContain(figure)
  expect(discussion.facts).toHaveLength(SAMPLE_FACTS.length)
  expect(discussion.costMicros).toBeGreaterThan(0)
  const reviews = discussion.responses.flatMap((response) => response.critique?.reviews ?? [])
  expect(reviews).toHaveLength(6)
})

test("becomes three rounds when no seat has a fact that asks for a revision", async () => {
  const facts = SAMPLE_FACTS.filter(
    (fact) => fact.topic === "price.per_adult" || fact.topic === "deposit.amount",
  )
  const result = await discuss(
    app.ctx(),
    aDiscussion({ facts, asks: ["price.per_adult", "deposit.amount"], complexity: 0.8 }),
  )
  expect(result).toMatchObject({ kind: "answer", form: "three-rounds" })
  const { rounds } = await getDiscussion(app.ctx(), result.discussionId)
  expect(rounds).toContainEqual({ round: "revision", ms: 0, costMicros: 0, skipped: "no-reason-to-revise" })
})

test("gives a seat to a local model over Ollama", async () => {
  const local = await testApplication({ environment: { OLLAMA_BASE_URL: `${sandbox.url}/ollama/api` } })
  const { db } = local.ctx()
  await db.update(seats).set({ isEnabled: true, role: "economy" }).where(eq(seats.provider, "ollama"))
  const result = await discuss(local.ctx(), aDiscussion({ complexity: 0.5 }))
  expect(result).toMatchObject({ kind: "answer", seatCount: 1, costMicros: 0 })
  await local.close()
})

test("calibrates the confidence on what staff said about earlier answers", async () => {
  const earlier = await discuss(app.ctx(), aDiscussion({ complexity: 0.1 }))
  const { rawConfidence } = await getDiscussion(app.ctx(), earlier.discussionId)
  for (let time = 0; time < 30; time += 1) {
    const { discussionId } = await discuss(app.ctx(), aDiscussion({ complexity: 0.1 }))
    await judgeDiscussion(app.ctx(), discussionId, { isRight: time % 2 === 0, note: "" })
  }
  const later = await getDiscussion(
    app.ctx(),
    (await discuss(app.ctx(), aDiscussion({ complexity: 0.1 }))).discussionId,
  )
  expect(later.rawConfidence).toBe(rawConfidence)
  expect(later.confidence).toBeCloseTo(0.5)
})

test("shuffles the letters for each reviewer and withholds the names", async () => {
  sandbox.ctx.calls.clear()
  const { discussionId } = await discuss(app.ctx(), aDiscussion())
  const { responses } = await getDiscussion(app.ctx(), discussionId)
  const critiques = responses.filter((response) => response.round === "critique")
  for (const { seatId, critique } of critiques) {
    expect(critique?.reviews.map((review) => review.letter).sort()).toEqual(["A", "B"])
    expect(critique?.reviews.map((review) => review.seatId)).not.toContain(seatId)
  }
  const asked = JSON.stringify(sandbox.ctx.calls.list().map((call) => call.request))
  expect(asked).toContain("<peers>")
  expect(asked).not.toMatch(/seat_reasoning|seat_voice|seat_economy/)
})
