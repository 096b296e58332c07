const modelIds = ["mistral-large-latest", "mistral-medium-latest", "mistral-small-latest", "mistral-embed"]

/** The list of models, in Mistral's form. */
export function listModels(): object {
  return { object: "list", data: modelIds.map(describeModel) }
}

/** One model, whatever its name: any name answers here. */
export function describeModel(id: string): object {
  const isEmbedder = id.includes("embed")
  return {
    id,
    object: "model",
    type: "base",
    created: 1_715_367_049,
    owned_by: "sandbox",
    name: id,
    description: "A plain program in the place of a model.",
    max_context_length: 131_072,
    aliases: [],
    deprecation: null,
    capabilities: {
      completion_chat: !isEmbedder,
      completion_fim: false,
      function_calling: !isEmbedder,
      fine_tuning: false,
      vision: false,
      classification: false,
    },
  }
}
