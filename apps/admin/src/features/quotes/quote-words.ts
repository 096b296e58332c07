import type { Quote } from "@myhibachi/contract/quote"
import type { QuoteChannel } from "@myhibachi/contract/quote-list"
import type { BadgeState } from "@myhibachi/ui/badge"

export const quoteState: Record<Quote["status"], { title: string; state: BadgeState }> = {
  open: { title: "Open", state: "good" },
  expired: { title: "Expired", state: "neutral" },
  taken: { title: "Booked", state: "good" },
}

export const channelTitle: Record<QuoteChannel, string> = {
  website: "Website",
  staff: "Staff",
  assistant: "Assistant",
  import: "Import",
}
