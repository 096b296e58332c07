const modelIds = [
  "gpt-4o",
  "gpt-4o-mini",
  "gpt-4.1",
  "gpt-4.1-mini",
  "gpt-5",
  "gpt-5-mini",
  "text-embedding-3-small",
  "text-embedding-3-large",
]

/** The list of models, in OpenAI's form. */
export function listModels(): object {
  return { object: "list", data: modelIds.map((id) => describeModel(id)) }
}

/** One model, whatever its name: any name answers here. */
export function describeModel(id: string): object {
  return { id, object: "model", created: 1_715_367_049, owned_by: "sandbox" }
}
