import { prepareUnderstanding } from "#modules/understanding/index.ts"
import type { JobDefinition } from "#platform/jobs/jobs.ts"
import { defineModule } from "#platform/module.ts"
import { answerJob } from "./answer/answer-job.ts"
import { assistantPersonalData } from "./personal-data.ts"
import { assistantRoutes } from "./routes.ts"
import { hearOptOut } from "./texts/hear-opt-out.ts"

export { chat } from "./answer/answer-job.ts"
export { answerMessage } from "./answer/answer-message.ts"
export { priceAsked } from "./events.ts"
export { checkDraft } from "./guard/check-draft.ts"
export { findTraces, readTrace } from "./traces/find-traces.ts"
export { keepMemory, readMemory } from "./turn/keep-memory.ts"

/** Answers customers on every channel from facts, with a person one step away. */
export const assistantModule = defineModule({
  name: "assistant",
  personalData: assistantPersonalData,
  feature: "FEATURE_AI_CORE",
  routes: assistantRoutes,
  jobs: [answerJob as JobDefinition],
  subscriptions: [hearOptOut],
  warmUp: prepareUnderstanding,
})
