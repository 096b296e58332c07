/** Ollama's error body. */
export function ollamaError(_status: number, message: string): object {
  return { error: message }
}
