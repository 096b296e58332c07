export { type CanonicalQuestion, canonicalQuestion } from "./canonical-question.ts"
export { embeddedEmbedder } from "./embedded-embedder.ts"
export {
  type ComparedQuestion,
  type ShareDecision,
  type ShareReason,
  type ShareRule,
  shareDecision,
} from "./share-decision.ts"
