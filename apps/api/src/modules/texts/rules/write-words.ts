import type { Keyword } from "./read-keyword.ts"

const SENDER = "MyHibachi"
const WAY_OUT = "Reply STOP to stop, HELP for help."

/** @returns the text with the sender's name before it and the way out behind it. */
export function writeText(words: string): string {
  return `${SENDER}: ${words}\n${WAY_OUT}`
}

/** @returns the answer to a keyword. */
export function writeAnswer(keyword: Keyword, siteUrl: string): string {
  switch (keyword) {
    case "stop":
      return `${SENDER}: You get no more texts from this number. Reply START to get them again.`
    case "start":
      return writeText("You get texts about your party again. Message and data rates may apply.")
    case "help":
      return `${SENDER}: We text about hibachi parties that you booked. For a person, write to us at ${siteUrl}/chat. Message and data rates may apply. Reply STOP to stop.`
    default:
      return keyword satisfies never
  }
}
