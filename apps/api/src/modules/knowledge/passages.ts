export interface PassageText {
  topics: string[]
  text: string
}

const LEADING_TOPICS = /^\{#([a-z0-9_., #]+)\}\s*/

/** @returns the paragraphs of an article's body, each with the topics it names in front of itself. */
export function splitPassages(body: string): PassageText[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => {
      const topics =
        LEADING_TOPICS.exec(paragraph)?.[1]
          ?.split(/[\s,#]+/)
          .filter(Boolean) ?? []
      return { topics, text: paragraph.replace(LEADING_TOPICS, "") }
    })
}

const PLACEHOLDER = /\{\{\s*([a-z0-9_.]+)\s*\}\}/g

/** @returns the names of the figures that a text asks for. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? "")
}

/** @returns the text with figures in place of names, or null when one of them is not known. */
export function fillPlaceholders(text: string, figures: ReadonlyMap<string, string>): string | null {
  if (placeholdersOf(text).some((name) => !figures.has(name))) return null
  return text.replace(PLACEHOLDER, (_whole, name: string) => figures.get(name) ?? "")
}
