/** A command that shows a figure on real code and can fail. */
export interface Proof {
  /** Short noun, the word after `npm run proof --`. */
  name: string
  /** One sentence: what the figures say. */
  shows: string
  /** The figure it must reach, in words, for the list. */
  target: string
  run(options: ProofOptions): Promise<Figure[]>
}

export interface ProofOptions {
  /** At most 60 s on two cores; the proof says in a figure how much smaller it was. */
  quick: boolean
  /** JSON Lines files with cases from elsewhere; empty means the proof's own. */
  cases: string[]
  seed: number
  progress(message: string): void
}

export interface Figure {
  what: string
  value: number | string
  /** The bound in words, for example "≥ 92.5 %"; empty when the figure is only information. */
  mustBe: string
  holds: boolean
}
