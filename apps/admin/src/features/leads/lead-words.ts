import type { LeadSource, LeadStage } from "@myhibachi/contract/leads"

export const stageTitle: Record<LeadStage, string> = {
  new: "New",
  contacted: "Contacted",
  quoted: "Quoted",
  won: "Won",
  lost: "Lost",
}

export const sourceTitle: Record<LeadSource, string> = {
  form: "Form",
  chat: "Chat",
  hold: "Hold ran out",
  quote: "Price ran out",
  staff: "Staff",
}

/** Where staff can move a lead; it is won by a booking alone. */
export const MOVES = ["new", "contacted", "quoted", "lost"] as const satisfies LeadStage[]
export type Move = (typeof MOVES)[number]

/** @returns whether a text names a stage that staff can move to. */
export function isMove(text: string): text is Move {
  return (MOVES as readonly string[]).includes(text)
}

/** @returns what to call a lead: a visitor of the chat has no name yet. */
export function leadName({ name }: { name: string | null }): string {
  return name ?? "Visitor of the chat"
}
