/** What must be equal before two questions may share a template at all. */
export interface AnswerScope {
  /** Who may hear it: `visitor`, `customer`, `staff`. Personal answers are never stored. */
  audience: string
  locale: string
  /** Channels that sound alike: `chat`, `text`, `email`, `voice`, `social`. */
  channelFamily: string
  knowledgeVersion: string
  priceBookVersion: string
  policyVersion: string
}

/** How an answer is made again: tools run with the new customer's slots, sentences from their facts. */
export interface AnswerTemplate {
  asks: string[]
  /** The agent that answers. */
  agent: string
  toolPlan: { tool: string; slots: string[] }[]
  /** Topics of the facts in the order in which the judged answer told them. */
  factTopics: string[]
  /** Ids of the sentence templates, in order; never prose with numbers. */
  sentenceIds: string[]
}
