export const CHANNELS = ["web_chat", "sms", "whatsapp", "social", "email", "voice"] as const
/** Where a message came in, in the words of the proofs' case files. */
export type Channel = (typeof CHANNELS)[number]
