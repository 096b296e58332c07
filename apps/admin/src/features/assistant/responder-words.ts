import type { Responder } from "@myhibachi/contract/assistant"
import type { BadgeState } from "@myhibachi/ui/badge"

/** How the words came about, as staff say it. */
export const responderTitle: Record<Responder, { title: string; state: BadgeState }> = {
  discussion: { title: "Discussion", state: "good" },
  template: { title: "Similar answer", state: "good" },
  grounded: { title: "From facts alone", state: "neutral" },
  confirmation: { title: "Confirmation", state: "neutral" },
  person: { title: "Handed over", state: "caution" },
  silence: { title: "Kept silent", state: "neutral" },
}
