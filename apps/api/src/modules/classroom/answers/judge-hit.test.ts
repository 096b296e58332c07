import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { createSandbox, type RunningSandbox } from "../../../../../sandbox/src/sandbox.ts"
import { modelSettings } from "../testing/model-settings.ts"
import { SAMPLE_FACTS } from "../testing/sample-discussion.ts"
import { admitAnswer } from "./admit-answer.ts"
import { listAnswerIntents } from "./answer-intents.ts"
import { enqueueJudgement } from "./judge-hit.ts"

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

async function judge(intent: string, served: string) {
  const answerId = await admitAnswer(app.ctx(), {
    scope: {
      audience: "visitor",
      locale: "en-US",
      channelFamily: "chat",
      knowledgeVersion: "1",
      priceBookVersion: "1",
      policyVersion: "1",
    },
    question: { intent, signature: intent, polarity: "+", masked: intent },
    embedderId: "test:1",
    embedding: [1],
    template: {
      asks: ["deposit.amount"],
      agent: "Knowledge",
      toolPlan: [],
      factTopics: ["deposit.amount"],
      sentenceIds: ["deposit.amount"],
    },
    passedGuard: true,
    isCacheable: true,
  })
  await enqueueJudgement(app.ctx(), {
    hitId: `hit_${intent}`,
    answerId: answerId!,
    intent,
    question: "How much is the deposit?",
    maskedQuestion: "How much is the deposit?",
    asks: ["deposit.amount"],
    facts: SAMPLE_FACTS.map(({ id, topic, sentence }) => ({ id, topic, sentence })),
    served,
    agent: "Knowledge",
    channel: "web_chat",
  })
  await app.drain()
  return (await listAnswerIntents(app.ctx())).find((row) => row.intent === intent)
}

test("finds a hit right when it told what the seats answer afresh", async () => {
  expect(await judge("right", "The deposit is $100.00, due when you book.")).toMatchObject({
    judged: 1,
    falseHits: 0,
  })
})

test("finds a hit wrong when it told something else, and stops the intent", async () => {
  expect(await judge("wrong", "Adults are $55.00 each.")).toMatchObject({
    judged: 1,
    falseHits: 1,
    isStopped: true,
  })
})
