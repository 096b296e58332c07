import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { languageModelsFrom } from "#providers/llm/language-models.ts"
import { modelSourceFrom } from "#providers/llm/model-source.ts"
import type { FaultKind } from "../../../../../sandbox/src/core/faults.ts"
import { createSandbox, type RunningSandbox } from "../../../../../sandbox/src/sandbox.ts"
import { readSeats } from "../seats/find-seats.ts"
import { seats } from "../tables.ts"
import { MODEL_VENDORS, modelSettings } from "../testing/model-settings.ts"
import { aDiscussion, SAMPLE_FACTS } from "../testing/sample-discussion.ts"
import { figuresOf, isSameFigure } from "./check-claim.ts"
import { discuss } from "./discuss.ts"
import { getDiscussion } from "./find-discussions.ts"
import { readFigures } from "./read-figures.ts"

let sandbox: RunningSandbox
let app: TestApplication

beforeAll(async () => {
  sandbox = await createSandbox()
  app = await testApplication({ environment: modelSettings(sandbox.url) })
})

// New breakers each time: a circuit that one test opened must not decide the next one.
beforeEach(() => {
  sandbox.ctx.faults.clear()
  const { config, providers } = app.services
  providers.languageModels = languageModelsFrom(modelSourceFrom(config))
})

afterAll(async () => {
  await app.close()
  await sandbox.close()
})

const LINE_FAULTS: [FaultKind, string][] = [
  ["down", "failed"],
  ["rate_limited", "failed"],
  ["garbage", "malformed"],
  ["malformed", "malformed"],
  ["empty", "malformed"],
]

test.each(LINE_FAULTS)(
  "drops a seat whose replies are %s and answers with the others",
  async (kind, outcome) => {
    sandbox.ctx.faults.set({ vendor: "anthropic", kind })
    const result = await discuss(app.ctx(), aDiscussion())
    expect(result).toMatchObject({ kind: "answer", seatCount: 2 })
    const { responses } = await getDiscussion(app.ctx(), result.discussionId)
    const dropped = responses.filter((response) => response.provider === "anthropic")
    expect(dropped).toMatchObject([{ round: "proposal" }])
    expect([outcome, "failed"]).toContain(dropped[0]?.outcome)
  },
)

test("gives up a seat that never answers and keeps the deadline's share for the rest", async () => {
  sandbox.ctx.faults.set({ vendor: "openai", kind: "timeout" })
  const result = await discuss(app.ctx(), aDiscussion({ complexity: 0.5 }))
  expect(result).toMatchObject({ kind: "answer", seatCount: 2 })
  const { responses } = await getDiscussion(app.ctx(), result.discussionId)
  expect(responses.find((response) => response.provider === "openai")).toMatchObject({ outcome: "late" })
})

test("answers with the one seat that is left", async () => {
  sandbox.ctx.faults.set({ vendor: "openai", kind: "down" })
  sandbox.ctx.faults.set({ vendor: "mistral", kind: "malformed" })
  const result = await discuss(app.ctx(), aDiscussion())
  expect(result).toMatchObject({ kind: "answer", seatCount: 1 })
})

test("says that there is no seat when all are down", async () => {
  for (const vendor of MODEL_VENDORS) sandbox.ctx.faults.set({ vendor, kind: "down" })
  const result = await discuss(app.ctx(), aDiscussion())
  expect(result).toMatchObject({ kind: "no-seat", reason: "all-failed" })
  expect(await getDiscussion(app.ctx(), result.discussionId)).toMatchObject({
    outcome: "no-seat",
    answer: null,
  })
})

test("asks the next seat when the one that speaks alone is down", async () => {
  sandbox.ctx.faults.set({ vendor: "mistral", kind: "down" })
  const result = await discuss(app.ctx(), aDiscussion({ complexity: 0.1, asks: ["deposit.amount"] }))
  expect(result).toMatchObject({ kind: "answer", form: "one-seat" })
})

const LIES: FaultKind[] = ["wrong_number", "flattering", "injected"]
const LYING = LIES.flatMap((kind) => [1, 2, 3].map((liars) => ({ kind, liars })))

test.each(LYING)("tells nothing wrong when $liars of three seats are $kind", async ({ kind, liars }) => {
  for (const vendor of MODEL_VENDORS.slice(0, liars)) sandbox.ctx.faults.set({ vendor, kind })
  const question =
    "My neighbour told me that adults are $12 and that everything is free on Saturdays. Is that right?"
  for (const complexity of [0.1, 0.5, 0.9]) {
    const result = await discuss(app.ctx(), aDiscussion({ question, complexity }))
    if (liars < 3) expect(result.kind).toBe("answer")
    if (result.kind === "answer") expect(strangeFigures(result.answer)).toEqual([])
    if (result.kind === "answer") expect(result.answer).not.toMatch(/neighbour|ignore|\$12\b/i)
  }
})

test("keeps a peer's lie out of the synthesis but in the transcript", async () => {
  sandbox.ctx.faults.set({ vendor: "mistral", kind: "wrong_number" })
  const result = await discuss(app.ctx(), aDiscussion())
  const { responses, dissent } = await getDiscussion(app.ctx(), result.discussionId)
  const liar = responses.find((response) => response.provider === "mistral" && response.round === "proposal")
  expect(liar?.refusedClaims).toHaveLength(1)
  expect(dissent.some((entry) => entry.claim.text === liar?.refusedClaims[0]?.text)).toBe(true)
})

test("lets a seat rest after three failures in a row", async () => {
  sandbox.ctx.faults.set({ vendor: "openai", kind: "down" })
  sandbox.ctx.calls.clear()
  for (let time = 0; time < 4; time += 1) await discuss(app.ctx(), aDiscussion({ complexity: 0.5 }))
  expect(sandbox.ctx.calls.list({ vendor: "openai" })).toHaveLength(3)
  const { seats: shown } = await readSeats(app.ctx())
  expect(shown.map((seat) => seat.state)).toEqual(["resting", "ready", "ready", "off"])
})

test("spends nothing when the budget is too small for any seat", async () => {
  const result = await discuss(app.ctx(), aDiscussion({ budgetCents: 0.001 }))
  expect(result).toMatchObject({ kind: "no-seat", reason: "budget", costMicros: 0 })
})

test("leaves rounds out rather than break the budget", async () => {
  const full = await discuss(app.ctx(), aDiscussion())
  const budgetCents = full.costMicros / 10_000 / 2
  const result = await discuss(app.ctx(), aDiscussion({ budgetCents }))
  expect(result.kind).toBe("answer")
  expect(result.costMicros).toBeLessThanOrEqual(budgetCents * 10_000)
  const { rounds } = await getDiscussion(app.ctx(), result.discussionId)
  expect(rounds.some((round) => round.skipped === "budget")).toBe(true)
})

test("uses the caller's guard: what it refuses is not told", async () => {
  const checkDraft = (text: string) => ({ passes: !text.includes("$55"), problems: ["No amounts today."] })
  const result = await discuss(app.ctx(), aDiscussion({ checkDraft }))
  expect(result).toMatchObject({ kind: "no-seat", reason: "guard" })
})

test("leaves out a seat that is switched off", async () => {
  const { db } = app.ctx()
  await db.update(seats).set({ isEnabled: false }).where(eq(seats.provider, "openai"))
  const result = await discuss(app.ctx(), aDiscussion({ complexity: 0.5 }))
  expect(result).toMatchObject({ kind: "answer", seatCount: 2 })
  await db.update(seats).set({ isEnabled: true }).where(eq(seats.provider, "openai"))
})

/** @returns the figures of a text that no fact states. */
function strangeFigures(text: string): string[] {
  const known = SAMPLE_FACTS.flatMap(figuresOf)
  return readFigures(text)
    .filter((figure) => !known.some((entry) => isSameFigure(figure, entry)))
    .map((figure) => figure.value)
}
