import { defineModule } from "#platform/module.ts"
import { classroomRoutes } from "./routes.ts"
import { seedSeats } from "./seats/seed-seats.ts"

export { checkClaim, type Fact } from "./discussion/check-claim.ts"
export type { DraftVerdict } from "./discussion/check-prose.ts"
export { type DiscussResult, discuss } from "./discussion/discuss.ts"
export type { DiscussInput } from "./discussion/session.ts"
export { readSeats } from "./seats/find-seats.ts"

export const classroomModule = defineModule({
  name: "classroom",
  feature: "FEATURE_MULTI_LLM",
  routes: classroomRoutes,
  seed: seedSeats,
})
