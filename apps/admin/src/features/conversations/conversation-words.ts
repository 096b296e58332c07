import type { Channel, ConversationStatus } from "@myhibachi/contract/conversations"
import type { BadgeState } from "@myhibachi/ui/badge"

export const conversationState: Record<ConversationStatus, { title: string; state: BadgeState }> = {
  needs_person: { title: "Needs a person", state: "bad" },
  person: { title: "With a person", state: "caution" },
  assistant: { title: "With the assistant", state: "good" },
  resolved: { title: "Settled", state: "neutral" },
}

export const channelTitle: Record<Channel, string> = {
  web_chat: "Website chat",
  sms: "SMS",
  whatsapp: "WhatsApp",
  messenger: "Messenger",
  instagram: "Instagram",
  social: "Social media",
  email: "E-mail",
  voice: "Phone",
}
