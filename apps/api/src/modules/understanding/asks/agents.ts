/** The fifteen agents by name. */
export const AGENTS = [
  "LeadNurturing",
  "CustomerCare",
  "Operations",
  "Knowledge",
  "Distance",
  "Menu",
  "Allergen",
  "AdminAssistant",
  "CRMWriter",
  "KnowledgeSync",
  "RAGRetrieval",
  "Empathy",
  "ComplaintResolution",
  "AnxietyRelief",
  "Winback",
] as const
export type AgentName = (typeof AGENTS)[number]

/** The seven question categories. */
export const CATEGORIES = [
  "pricing",
  "booking",
  "faq_policies",
  "menu",
  "complaints",
  "emotional_support",
  "complex",
] as const
export type Category = (typeof CATEGORIES)[number]
