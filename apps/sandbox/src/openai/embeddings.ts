import type { FastifyReply, FastifyRequest } from "fastify"
import { plainModel } from "../core/faults.ts"
import { toNumber, toObject, toText } from "../core/json.ts"
import { countTokens } from "../language/count-tokens.ts"
import { embedText } from "../language/embed-text.ts"
import { openaiError } from "./errors.ts"

/** `POST /embeddings`: 1,536 numbers a text (3,072 for the large model), or `dimensions`. */
export async function createEmbeddings(request: FastifyRequest, reply: FastifyReply): Promise<object> {
  const body = toObject(request.body)
  const model = plainModel(toText(body.model))
  const inputs = typeof body.input === "string" ? [body.input] : Array.isArray(body.input) ? body.input : []
  if (model === "" || inputs.length === 0 || inputs.some((input) => input === "")) {
    return reply.code(400).send(openaiError(400, "'$.input' is invalid. Please check the API reference."))
  }
  const dimensions = toNumber(body.dimensions) ?? (model.includes("large") ? 3072 : 1536)
  const texts = inputs.map((input) => (typeof input === "string" ? input : JSON.stringify(input)))
  const tokens = texts.reduce((sum, text) => sum + countTokens(text), 0)
  return {
    object: "list",
    data: texts.map((text, index) => ({
      object: "embedding",
      index,
      embedding: encode(embedText(text, dimensions), body.encoding_format),
    })),
    model,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  }
}

function encode(vector: number[], format: unknown): number[] | string {
  return format === "base64" ? Buffer.from(new Float32Array(vector).buffer).toString("base64") : vector
}
