import { defineModule } from "#platform/module.ts"
import { knowledgeRoutes } from "./routes.ts"
import { seedArticles } from "./seed-articles.ts"

export { type BusinessData, figuresOf, lower } from "./figures.ts"
export { findArticles } from "./find-articles.ts"
export type { Passage } from "./find-passages.ts"
export { findPassagesByTopic, readKnowledgeVersion, searchKnowledge } from "./find-passages.ts"
export { readBusinessData, readFigures } from "./read-figures.ts"
export {
  clockText,
  countText,
  dateText,
  durationText,
  hoursText,
  listText,
  milesText,
  minutesText,
  moneyText,
  startText,
  timeText,
} from "./wording.ts"

/** What the business can say in its own words, with figures that follow prices and policies. */
export const knowledgeModule = defineModule({
  name: "knowledge",
  routes: knowledgeRoutes,
  seed: seedArticles,
})
