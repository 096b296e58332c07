/** Longest message taken in, in characters; longer ones are cut and marked. */
export const LONGEST_MESSAGE = 4000
/** Longest text that is looked at at all; the rest of 100,000 characters is dropped before any pattern runs. */
export const LONGEST_READ = 20_000

export type InjectionMark =
  | "instruction_override"
  | "role_play"
  | "prompt_fishing"
  | "authority_claim"
  | "price_command"
  | "tool_command"
  | "hidden_characters"
  | "encoded_blob"
  | "markup"
  | "fake_turn"

export type PiiMark = "email" | "phone" | "card_number" | "street" | "social_security" | "booking_reference"

export interface GuardMarks {
  injection: InjectionMark[]
  pii: PiiMark[]
  isTooLong: boolean
  isEmpty: boolean
  hadBrokenText: boolean
}

const INJECTION: [InjectionMark, RegExp][] = [
  [
    "instruction_override",
    /\b(?:ignore|disregard|forget|override|bypass|skip|drop|do not follow|don'?t follow|stop following)\b.{0,40}\b(?:previous|prior|above|earlier|all|your|any|the|these|those|system)\b.{0,25}\b(?:instructions?|rules?|prompts?|guidelines?|polic(?:y|ies)|directives?|programming|training|restrictions?)\b|\bnew (?:instructions?|rules?|system prompt)\b|\bignora\b.{0,30}\b(?:instrucciones|reglas)\b|\bfrom now on,? you\b|\bupdated? (?:instructions|policy) (?:for|to) (?:the )?(?:assistant|ai|model|bot)/i,
  ],
  [
    "role_play",
    /\b(?:you are now|act as|pretend (?:to be|you(?:'re| are)|that you)|role[- ]?play|imagine you(?:'re| are)|simulate being|behave like|developer mode|jailbreak|\bDAN\b|god mode|debug mode|admin mode|maintenance mode|test mode)\b/i,
  ],
  [
    "prompt_fishing",
    /\b(?:system prompt|initial prompt|your (?:instructions|prompt|rules|guidelines)|hidden (?:prompt|instructions)|(?:print|repeat|reveal|show|output|tell me|display|dump|leak)\b.{0,40}\b(?:prompt|instructions|everything above|text above|words above|configuration|api keys?|secrets?|environment variables|passwords?))\b/i,
  ],
  [
    "authority_claim",
    /\b(?:i am|i'm|this is|as|speaking as) (?:the |your |an? )?(?:owner|ceo|developer|admin(?:istrator)?|manager of myhibachi|engineer|openai|anthropic|staff member|supervisor|system)\b(?! of (?:a|the) (?:house|home|venue))|\bauthori[sz]ed (?:by|to) (?:the )?(?:owner|management|system|admin)|\bwith admin(?:istrator)? (?:rights|privileges)/i,
  ],
  [
    "price_command",
    /\b(?:it(?:'s| is)|everything is|make it|give (?:it|me|us).{0,10}|set (?:the |my )?(?:price|total|deposit|fee) (?:to|at)|price is now|change (?:the |my )?(?:price|total) to)\b.{0,25}\b(?:free|\$ ?0|0 dollars|zero|\$ ?1\b|one dollar|no charge|100 ?% off|half price)\b|\b(?:apply|give|grant|approve)\b.{0,30}\b\d{2,3} ?% (?:off|discount)/i,
  ],
  [
    "tool_command",
    /\b(?:call|invoke|execute|run|use) (?:the )?(?:tool|function|api|command|sql|query)\b|\bissue_?refund\b|\bcancel_?booking\b|\b(?:drop|delete from|truncate|update|insert into) (?:table |\w+ set )|<\/?(?:tool|function)_?call|"(?:tool|function)(?:_call)?" ?:/i,
  ],
  [
    "encoded_blob",
    /(?:[A-Za-z0-9+/]{60,}={0,2})|(?:\\x[0-9a-f]{2}){6,}|(?:%[0-9a-f]{2}){8,}|\b(?:decode|base64|rot13)\b.{0,30}\b(?:this|following|and (?:follow|execute|run))/i,
  ],
  [
    "fake_turn",
    /(?:^|\n)\s*(?:system|assistant|developer|user|human|ai)\s*:|<\|(?:im_start|im_end|system|assistant|endoftext)\|>|\[\/?(?:INST|SYS|SYSTEM)\]|<<SYS>>|###\s*(?:system|instruction|assistant)/i,
  ],
]
const MARKUP = /<\/?[a-z!][^>]{0,400}>|javascript:|on(?:error|load|click)\s*=/i
const TAGS =
  /<(script|style|template|iframe)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<\/?[a-z!][^<>]{0,400}>/gi
// Zero-width, direction overrides, tag characters, soft hyphen, variation selectors beyond emoji: invisible to the reader.
const HIDDEN =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f|[\u17b4\u17b5]|[\u180b-\u180d]|[\u{e0000}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/gu
const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
}

const PII: [PiiMark, RegExp][] = [
  ["email", /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/],
  ["card_number", /\b(?:\d[ -]?){13,19}\b/],
  ["social_security", /\b\d{3}-\d{2}-\d{4}\b/],
  ["phone", /(?<![\d-])(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d)/],
  [
    "street",
    /\b\d{1,6} [\p{L}\d.' -]{2,40}\b(?:street|st|avenue|ave|road|rd|blvd|boulevard|drive|dr|lane|ln|court|ct|way|place|pl)\b/iu,
  ],
  ["booking_reference", /\bMH-[A-Z0-9-]{3,}\b/i],
]

/** The message as a person would see it: no markup, no invisible characters, composed Unicode, single blanks. */
export function cleanText(raw: string): string {
  return (
    raw
      .slice(0, LONGEST_READ)
      .toWellFormed()
      .normalize("NFC")
      .replace(TAGS, " ")
      .replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? " ")
      .replace(HIDDEN, "")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/g, "")
      .replace(/[^\S\n]+/g, " ")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
      .slice(0, LONGEST_MESSAGE)
  )
}

/** Marks for the guard and the trace; they inform, and never decide alone. */
export function markMessage(raw: string, cleaned: string): GuardMarks {
  const read = raw.slice(0, LONGEST_READ)
  const injection = INJECTION.filter(([, words]) => words.test(cleaned)).map(([mark]) => mark)
  if (read.search(HIDDEN) >= 0) injection.push("hidden_characters")
  if (MARKUP.test(read)) injection.push("markup")
  return {
    injection,
    pii: PII.filter(([, words]) => words.test(cleaned)).map(([mark]) => mark),
    isTooLong: raw.length > LONGEST_MESSAGE,
    isEmpty: cleaned.length === 0,
    hadBrokenText: !read.isWellFormed() || read.includes("\ufffd"),
  }
}
