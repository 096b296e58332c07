const models = [
  ["claude-opus-4-5", "Claude Opus 4.5"],
  ["claude-sonnet-4-5", "Claude Sonnet 4.5"],
  ["claude-haiku-4-5", "Claude Haiku 4.5"],
  ["claude-3-5-sonnet-latest", "Claude Sonnet 3.5"],
] as const

/** The list of models, in Anthropic's form. */
export function listModels(): object {
  const data = models.map(([id, name]) => describeModel(id, name))
  return { data, has_more: false, first_id: models[0][0], last_id: models.at(-1)?.[0] ?? null }
}

/** One model, whatever its name: any name answers here. */
export function describeModel(id: string, name: string = id): object {
  return {
    id,
    type: "model",
    display_name: name,
    created_at: "2025-09-29T00:00:00Z",
    capabilities: null,
    deprecated_at: null,
    lifecycle: "active",
    line: null,
    max_input_tokens: 200_000,
    max_tokens: 64_000,
    retires_at: null,
  }
}
