import type { Channel } from "@myhibachi/contract/conversations"

/** How an answer looks on a channel. */
export interface Manner {
  /** Longest answer in characters. */
  maximumCharacters: number
  hasLists: boolean
  hasDetails: boolean
  hasGreeting: boolean
  /** For the models in the classroom. */
  words: string
}

const CHAT: Manner = {
  maximumCharacters: 2600,
  hasLists: true,
  hasDetails: true,
  hasGreeting: false,
  words: "A chat message of a few short sentences.",
}
const TEXT: Manner = {
  maximumCharacters: 1000,
  hasLists: false,
  hasDetails: false,
  hasGreeting: false,
  words: "A text message: as short as completeness allows, no lists.",
}

const MANNERS: Record<Channel, Manner> = {
  web_chat: CHAT,
  sms: TEXT,
  whatsapp: { ...TEXT, maximumCharacters: 1500, hasDetails: true },
  messenger: { ...TEXT, maximumCharacters: 1500 },
  instagram: { ...TEXT, maximumCharacters: 950 },
  social: { ...TEXT, maximumCharacters: 950, words: "A public comment: short, friendly, nothing personal." },
  email: {
    maximumCharacters: 6000,
    hasLists: true,
    hasDetails: true,
    hasGreeting: true,
    words: "An e-mail with a greeting and a closing line.",
  },
  voice: { ...TEXT, maximumCharacters: 1200, words: "Spoken: short sentences, nothing that must be read." },
}

/** @returns how an answer looks on the channel. */
export function mannerOf(channel: Channel): Manner {
  return MANNERS[channel]
}

/** @returns the family of channels that sound alike, which may share stored answers. */
export function channelFamily(channel: Channel): string {
  switch (channel) {
    case "web_chat":
      return "chat"
    case "sms":
    case "whatsapp":
    case "messenger":
    case "instagram":
      return "text"
    case "social":
      return "social"
    case "email":
      return "email"
    case "voice":
      return "voice"
    default:
      return channel satisfies never
  }
}
