import type { Fact, FactSource } from "@myhibachi/contract/assistant"
import type { Passage } from "#modules/knowledge/index.ts"
import { extractFigures } from "../guard/extract-figures.ts"

/**
 * `answer` decides the ask for this customer, `detail` supports it, `rule` is the general rule, told when
 * nothing decides it.
 */
export type FactRole = "answer" | "detail" | "rule"

export interface CollectedFact extends Fact {
  role: FactRole
}

/** What was found in one turn. Sentences are made from tool outputs, so their values are the tools' values. */
export class FactBook {
  readonly #facts: CollectedFact[]
  readonly #label: string

  constructor(facts: CollectedFact[] = [], label = "") {
    this.#facts = facts
    this.#label = label
  }

  /** @returns the same book; what is written through it says of which of several things it is told. */
  about(label: string): FactBook {
    return new FactBook(this.#facts, label)
  }

  /** Keeps a sentence that a tool's output bears. */
  addFromTool(topic: string, tool: string, sentence: string, role: FactRole = "answer"): void {
    const isLabelled = this.#label === "" || sentence.includes(this.#label)
    const told = isLabelled ? sentence : `${this.#label}: ${sentence}`
    this.#add(topic, told, { kind: "tool", ref: tool }, role)
  }

  /** Keeps a passage of the knowledge base. */
  addPassage(topic: string, passage: Passage, role: FactRole = "rule"): void {
    this.addSentence(topic, passage, passage.text, role)
  }

  /** Keeps the sentence of a passage that answers, with the article that it stands in. */
  addSentence(topic: string, passage: Passage, sentence: string, role: FactRole = "rule"): void {
    this.#add(topic, sentence, { kind: "passage", ref: passage.id, citation: passage.citation }, role)
  }

  #add(topic: string, sentence: string, source: FactSource, role: FactRole): void {
    if (this.#facts.some((fact) => fact.topic === topic && fact.sentence === sentence)) return
    const values = extractFigures(sentence).map(({ kind, normalised }) => ({ kind, normalised }))
    this.#facts.push({ id: `fact:${this.#facts.length + 1}`, topic, sentence, values, source, role })
  }

  all(): CollectedFact[] {
    return [...this.#facts]
  }

  ofTopic(topic: string): CollectedFact[] {
    return this.#facts.filter((fact) => fact.topic === topic)
  }
}
