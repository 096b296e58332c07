import type { TextState } from "@myhibachi/contract/texts"
import type { BadgeState } from "@myhibachi/ui/badge"

export const textState: Record<TextState, { title: string; state: BadgeState }> = {
  waiting: { title: "Waiting", state: "caution" },
  sending: { title: "On its way", state: "caution" },
  sent: { title: "Sent", state: "good" },
  delivered: { title: "Arrived", state: "good" },
  failed: { title: "Failed", state: "bad" },
  blocked: { title: "Not wanted", state: "neutral" },
  withdrawn: { title: "Withdrawn", state: "neutral" },
}
