import type { TextFailure } from "./port.ts"

const REASONS: Record<string, string> = {
  "403": "The account's limit of messages for the day or month is used up.",
  "410": "The number does not take text messages; it may be a landline.",
  "411": "The number does not exist or takes no text messages.",
  "412": "The carrier does not reach this phone.",
  "413": "The person has opted out of text messages by replying STOP.",
  "414": "Our number is not set up for text messages.",
  "430": "The message was held back as spam.",
  "431": "The message was rejected, perhaps as spam.",
  "432": "The message is too long.",
  "433": "The message could not be delivered as it is written.",
  "435": "The message was rejected because of a shortened address.",
  "450": "The carrier's limit of messages for the day is used up.",
  "451": "The carrier's limit of messages for the day is used up.",
  "452": "The carrier's limit of messages for the day is used up.",
  "461": "Our toll-free number is not verified.",
}

/** What may be tried again: the gateway or the carrier had a fault of its own, or the message only ran out of time. */
const PASSING = new Set(["SMS-UP-500", "SMS-CAR-410", "SMS-CAR-431", "SMS-CAR-500"])

/** Says what a code of RingCentral means and what follows from it. A code that we do not know is never tried again. */
export function describeFailure(code: string): TextFailure {
  const number = /(\d{3})$/.exec(code)?.[1] ?? ""
  if (number === "413") return { code, reason: reasonOf(code, number), remedy: "opted-out" }
  if (PASSING.has(code)) return { code, reason: "The carrier had a fault of its own.", remedy: "again" }
  return { code, reason: reasonOf(code, number), remedy: "never" }
}

function reasonOf(code: string, number: string): string {
  const known = code.startsWith("SMS-") ? REASONS[number] : undefined
  return known ?? `The provider refused the message (${code}).`
}
