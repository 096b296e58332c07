import { MESSAGE_MAX_CHARACTERS } from "@myhibachi/contract/conversations"
import { invalidField } from "#platform/errors.ts"

const TAGS_WITH_CONTENT = /<(script|style|iframe|object|svg|template)\b[^>]*>[\s\S]*?(<\/\1\s*>|$)/gi
const COMMENTS = /<!--[\s\S]*?(-->|$)/g
// A tag begins with a letter or a slash, so that "5 < 6 guests" stays as it was written.
const TAGS = /<\/?[a-z][^<>]{0,2000}>/gi
const LINE_BREAKING_TAGS = /<(br|\/p|\/div|\/li)\b[^<>]*>/gi
// Control characters, soft hyphen, zero-width characters, direction overrides and tag characters.
const INVISIBLE =
  /(?![\n\t])\p{Cc}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu
// Full-width, mathematical and circled letters and digits, which read like plain ones.
const DRESSED_UP = /[\uff01-\uff5e\u2460-\u24ff]|[\u{1d400}-\u{1d7ff}]/gu
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " }

/**
 * @returns what a person wrote, as plain text: no markup, no invisible or control characters, NFC.
 * @throws AppError "message-empty", "message-too-long", "message-not-text".
 */
export function cleanMessageText(raw: string): string {
  if (raw.length > MESSAGE_MAX_CHARACTERS * 2) throw tooLong(raw.length)
  if (
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(raw) ||
    raw.includes("\ufffd")
  ) {
    throw invalidField("/text", "The text has broken characters; please type it again.", "message-not-text")
  }
  const text = withoutMarkup(raw)
    .normalize("NFC")
    .replace(DRESSED_UP, (letter) => letter.normalize("NFKC"))
    .replace(/\r\n?/g, "\n")
    .replace(INVISIBLE, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
  if (text === "")
    throw invalidField(
      "/text",
      "The message is empty; please write what you would like to know.",
      "message-empty",
    )
  if (text.length > MESSAGE_MAX_CHARACTERS) throw tooLong(text.length)
  return text
}

function withoutMarkup(raw: string): string {
  return raw
    .replace(TAGS_WITH_CONTENT, " ")
    .replace(COMMENTS, " ")
    .replace(LINE_BREAKING_TAGS, "\n")
    .replace(TAGS, "")
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
}

function tooLong(length: number) {
  return invalidField(
    "/text",
    `The message has ${length.toLocaleString("en-US")} characters; please keep it under ${MESSAGE_MAX_CHARACTERS.toLocaleString("en-US")}.`,
    "message-too-long",
  )
}
