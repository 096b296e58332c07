import type { JobDefinition } from "#platform/jobs/jobs.ts"
import { defineModule } from "#platform/module.ts"
import { judgeHitJob } from "./answers/judge-hit.ts"
import { classroomPersonalData } from "./personal-data.ts"
import { classroomRoutes } from "./routes.ts"
import { seedSeats } from "./seats/seed-seats.ts"

export { type AdmitAnswer, admitAnswer } from "./answers/admit-answer.ts"
export type { AnswerQuestion } from "./answers/answer-index.ts"
export type { AnswerScope, AnswerTemplate } from "./answers/answer-template.ts"
export { type FindSimilar, findSimilar, type SimilarAnswer } from "./answers/find-similar.ts"
export { enqueueJudgement, type JudgeHit, recordJudgement } from "./answers/judge-hit.ts"
export { retireAnswers } from "./answers/retire-answers.ts"
export { checkClaim, type Fact } from "./discussion/check-claim.ts"
export type { DraftVerdict } from "./discussion/check-prose.ts"
export { type DiscussResult, discuss } from "./discussion/discuss.ts"
export type { DiscussInput } from "./discussion/session.ts"
export { readSeats } from "./seats/find-seats.ts"
export { canonicalQuestion, embeddedEmbedder } from "./similarity/index.ts"

export const classroomModule = defineModule({
  name: "classroom",
  personalData: classroomPersonalData,
  feature: "FEATURE_MULTI_LLM",
  routes: classroomRoutes,
  jobs: [judgeHitJob as JobDefinition],
  seed: seedSeats,
})
