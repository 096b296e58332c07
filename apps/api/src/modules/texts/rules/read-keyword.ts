export type Keyword = "stop" | "start" | "help"

const WORDS: Record<Keyword, readonly string[]> = {
  stop: ["stop", "stopall", "end", "quit", "cancel", "unsubscribe", "revoke", "optout", "alto", "parar"],
  start: ["start", "unstop", "subscribe", "resume", "continue"],
  help: ["help", "info", "ayuda"],
}

/** @returns the keyword that a text consists of, whatever its case and punctuation; null for any other words. */
export function readKeyword(text: string): Keyword | null {
  const bare = text.toLowerCase().replaceAll(/[^a-z]/g, "")
  const found = (Object.keys(WORDS) as Keyword[]).find((keyword) => WORDS[keyword].includes(bare)) // safe: the keys of the table above
  return found ?? null
}
