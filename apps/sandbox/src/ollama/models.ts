import { createHash } from "node:crypto"
import type { Context } from "../core/context.ts"

const models = ["llama3:latest", "llama3.1:latest", "nomic-embed-text:latest"]

/** `GET /tags`. */
export function listModels(ctx: Context): object {
  return { models: models.map((name) => summaryOf(ctx, name)) }
}

/** `POST /show`. */
export function showModel(ctx: Context, name: string): object {
  return {
    modelfile: `FROM ${name}`,
    parameters: "num_ctx 8192",
    template: "{{ .Prompt }}",
    license: "none: a plain program in the place of a model",
    modified_at: ctx.clock.now().toISOString(),
    details: detailsOf(name),
    model_info: { "general.architecture": familyOf(name), "llama.context_length": 8192 },
    capabilities: name.includes("embed") ? ["embedding"] : ["completion", "tools"],
  }
}

function summaryOf(ctx: Context, name: string): object {
  return {
    name,
    model: name,
    modified_at: ctx.clock.now().toISOString(),
    size: 4_661_224_676,
    digest: createHash("sha256").update(name).digest("hex"),
    details: detailsOf(name),
  }
}

function detailsOf(name: string): object {
  const family = familyOf(name)
  return {
    parent_model: "",
    format: "gguf",
    family,
    families: [family],
    parameter_size: "8.0B",
    quantization_level: "Q4_0",
  }
}

function familyOf(name: string): string {
  return name.includes("embed") ? "nomic-bert" : "llama"
}
