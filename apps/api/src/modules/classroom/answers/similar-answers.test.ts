import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { unitVector } from "#providers/embeddings/unit-vector.ts"
import { answerIntents, answerJudgements, answers } from "../tables.ts"
import { type AdmitAnswer, admitAnswer } from "./admit-answer.ts"
import { listAnswerIntents, putAnswerIntent } from "./answer-intents.ts"
import { findSimilar } from "./find-similar.ts"
import { recordJudgement } from "./judge-hit.ts"
import { retireAnswers } from "./retire-answers.ts"

let app: TestApplication

beforeAll(async () => {
  app = await testApplication()
})

afterAll(() => app.close())

beforeEach(async () => {
  const { db } = app.ctx()
  await db.delete(answerJudgements)
  for (const { id } of await db.select({ id: answers.id }).from(answers))
    await retireAnswers(app.ctx(), { answerId: id }, "test")
  await db.delete(answers)
  await db.delete(answerIntents)
})

const SCOPE = {
  audience: "visitor",
  locale: "en-US",
  channelFamily: "chat",
  knowledgeVersion: "k1",
  priceBookVersion: "p1",
  policyVersion: "r1",
}

function anAnswer(changes: Partial<AdmitAnswer> = {}): AdmitAnswer {
  return {
    scope: SCOPE,
    question: {
      intent: "price.total",
      signature: "price.total|guests,place",
      polarity: "+",
      masked: "how much for <guests> in <place>",
    },
    embedderId: "test:3",
    embedding: unitVector([1, 0, 0]),
    template: {
      asks: ["price.total"],
      agent: "LeadNurturing",
      toolPlan: [{ tool: "quote_party", slots: ["guests", "place"] }],
      factTopics: ["price.total"],
      sentenceIds: ["price.total"],
    },
    passedGuard: true,
    isCacheable: true,
    ...changes,
  }
}

function look(changes: Partial<Pick<AdmitAnswer, "scope" | "question" | "embedderId" | "embedding">> = {}) {
  const { scope, question, embedderId, embedding } = anAnswer(changes)
  return findSimilar(app.ctx(), { scope, question, embedderId, embedding })
}

test("hits with the template, the similarity and a judgement while on probation", async () => {
  const id = await admitAnswer(app.ctx(), anAnswer())
  const found = await look({ embedding: unitVector([1, 0.3, 0]) })
  expect(found).toMatchObject({ kind: "hit", answerId: id, mustJudge: true })
  expect(found.kind === "hit" && found.template.toolPlan[0]?.tool).toBe("quote_party")
  expect(found.similarity).toBeGreaterThan(0.85)
})

const question = anAnswer().question

test.each([
  ["another price book", { scope: { ...SCOPE, priceBookVersion: "p2" } }],
  ["another policy", { scope: { ...SCOPE, policyVersion: "r2" } }],
  ["another article", { scope: { ...SCOPE, knowledgeVersion: "k2" } }],
  ["another audience", { scope: { ...SCOPE, audience: "customer" } }],
  ["another language", { scope: { ...SCOPE, locale: "es-US" } }],
  ["another embedder", { embedderId: "other:3" }],
  ["another intent", { question: { ...question, intent: "deposit.amount" } }],
  ["other slots", { question: { ...question, signature: "price.total|guests" } }],
  ["the opposite", { question: { ...question, polarity: "-" } }],
])("misses with %s, however similar", async (_what, changes) => {
  await admitAnswer(app.ctx(), anAnswer())
  expect(await look(changes)).toMatchObject({ kind: "miss", reason: "not-alike" })
})

test("misses under 0.85", async () => {
  await admitAnswer(app.ctx(), anAnswer())
  expect(await look({ embedding: unitVector([1, 0.7, 0]) })).toMatchObject({
    kind: "miss",
    reason: "too-far",
  })
})

test.each([
  ["the guard refused", { passedGuard: false }],
  ["must not be shared", { isCacheable: false }],
  [
    "is prose with figures",
    { template: { ...anAnswer().template, sentenceIds: ["The total is $1,045.00."] } },
  ],
])("does not store an answer that %s", async (_what, changes) => {
  expect(await admitAnswer(app.ctx(), anAnswer(changes))).toBeNull()
  expect(await look()).toMatchObject({ kind: "miss" })
})

test("retires the template of an older price book when the newer one is answered", async () => {
  await admitAnswer(app.ctx(), anAnswer())
  await admitAnswer(app.ctx(), anAnswer({ scope: { ...SCOPE, priceBookVersion: "p2" } }))
  expect(await look()).toMatchObject({ kind: "miss" })
  expect(await look({ scope: { ...SCOPE, priceBookVersion: "p2" } })).toMatchObject({ kind: "hit" })
})

test("trusts the table over its memory: a template retired elsewhere does not hit", async () => {
  await admitAnswer(app.ctx(), anAnswer())
  await look()
  await app.ctx().db.update(answers).set({ retiredAt: app.clock.now() })
  expect(await look()).toMatchObject({ kind: "miss", reason: "retired" })
})

test("a wrong hit retires its template for good and stops the intent until staff resume it", async () => {
  const answerId = await admitAnswer(app.ctx(), anAnswer())
  const other = { ...question, masked: "what would <guests> cost in <place>" }
  await admitAnswer(app.ctx(), anAnswer({ question: other, embedding: unitVector([0, 1, 0]) }))
  await recordJudgement(app.ctx(), {
    hitId: "hit_1",
    answerId: answerId!,
    isRight: false,
    note: "It left the fee out.",
  })
  expect(await look()).toMatchObject({ kind: "miss" })
  expect(await look({ question: other, embedding: unitVector([0, 1, 0]) })).toMatchObject({
    reason: "stopped",
  })
  expect(await listAnswerIntents(app.ctx())).toMatchObject([{ isStopped: true, judged: 1, falseHits: 1 }])
  expect(await admitAnswer(app.ctx(), anAnswer())).toBeNull()
  await putAnswerIntent(app.ctx(), "price.total", { isStopped: false })
  expect(await look({ question: other, embedding: unitVector([0, 1, 0]) })).toMatchObject({ kind: "hit" })
})

test("counts a judgement that is delivered twice once", async () => {
  const answerId = await admitAnswer(app.ctx(), anAnswer())
  const judgement = { hitId: "hit_2", answerId: answerId!, isRight: true, note: "" }
  await recordJudgement(app.ctx(), judgement)
  await recordJudgement(app.ctx(), judgement)
  expect(await listAnswerIntents(app.ctx())).toMatchObject([{ judged: 1, falseHits: 0 }])
})
