export { AGENTS, type AgentName, CATEGORIES, type Category } from "./asks/agents.ts"
export { askClassifier } from "./asks/ask-classifier.ts"
export { ASK_NAMES, ASKS, type Ask, askKind, isAsk } from "./asks/ask-list.ts"
export { type DetectedAsk, detectAsks } from "./asks/detect-asks.ts"
export { PARTS_OF_BILLS } from "./asks/resolve-asks.ts"
export { isQuestionLike } from "./asks/unread-parts.ts"
export { CHANNELS, type Channel } from "./channel.ts"
export { chooseCategory } from "./choose-category.ts"
export { shareLabels } from "./classifier/classifier.ts"
export { extractFeatures } from "./classifier/extract-features.ts"
export type { Complexity, ComplexityTrigger } from "./complexity.ts"
export { withoutDeniedIllness } from "./emotion/denied-illness.ts"
export {
  CONTEXT_FLAGS,
  type ContextFlag,
  EMOTIONS,
  type EmotionLabel,
  type EmotionReading,
  type EscalationReason,
  type Tone,
} from "./emotion/emotion.ts"
export type { Hardship } from "./emotion/hardships.ts"
export { isJoyfulNews } from "./emotion/joyful-news.ts"
export { isPraise } from "./emotion/praise.ts"
export { blamesOthers } from "./false-complaints.ts"
export {
  cleanText,
  type GuardMarks,
  type InjectionMark,
  LONGEST_MESSAGE,
  markMessage,
  type PiiMark,
} from "./guard-in.ts"
export { detectLanguage, type Language } from "./language.ts"
export { detectOptOut, type OptOut } from "./opt-out.ts"
export { prepareUnderstanding } from "./prepare-understanding.ts"
export { findAllergenWords } from "./slots/find-diets.ts"
export { findPolarity } from "./slots/find-polarity.ts"
export { findMentions } from "./slots/item-words.ts"
export { mergeSlots } from "./slots/merge-slots.ts"
export { toPlainText } from "./slots/plain-text.ts"
export {
  ADD_ONS,
  ALLERGENS,
  type Allergen,
  BASE_PROTEINS,
  type DateSlot,
  DIETS,
  type Diet,
  type GuestsChange,
  type GuestsSlot,
  ITEMS,
  type Item,
  type ItemCount,
  type ItemSlot,
  noSlots,
  type PlaceSlot,
  type Slots,
  type TimeSlot,
  UPGRADES,
} from "./slots/slots.ts"
export { writeMoneySigns } from "./speech/money-signs.ts"
export { understand } from "./understand-message.ts"
export type { Understanding, UnderstandOptions } from "./understanding.ts"
