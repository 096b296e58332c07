import type { LanguageRequest } from "./request.ts"

/** About how many tokens the text has: a quarter of its characters, at least one. */
export function countTokens(text: string): number {
  return Math.max(1, Math.ceil(text.length / 4))
}

/** About how many tokens the whole request has, tools and schema included. */
export function countInput(request: LanguageRequest): number {
  const said = request.turns.map(
    (turn) => turn.text + (turn.role === "assistant" ? JSON.stringify(turn.toolCalls) : ""),
  )
  const offered = request.tools.map((tool) => JSON.stringify(tool))
  const schema = request.schema ? [JSON.stringify(request.schema)] : []
  return [...said, ...offered, ...schema].reduce((sum, text) => sum + countTokens(text) + 3, 3)
}
