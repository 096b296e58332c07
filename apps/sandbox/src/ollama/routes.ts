import type { FastifyInstance } from "fastify"
import type { Context } from "../core/context.ts"
import { toObject, toText } from "../core/json.ts"
import { addVendorGate } from "../core/vendor-gate.ts"
import { embed } from "./embed.ts"
import { ollamaError } from "./errors.ts"
import { chat, generate } from "./generate.ts"
import { listModels, showModel } from "./models.ts"

/** Ollama's HTTP API below the prefix that the caller registers it under. It asks for no key. */
export async function ollamaRoutes(app: FastifyInstance, { ctx }: { ctx: Context }): Promise<void> {
  addVendorGate(app, ctx, { vendor: "ollama", error: ollamaError })
  app.post("/chat", (request, reply) => chat(ctx, request, reply))
  app.post("/generate", (request, reply) => generate(ctx, request, reply))
  app.post("/embed", (request, reply) => embed(request, reply))
  app.get("/tags", async () => listModels(ctx))
  app.get("/ps", async () => ({ models: [] }))
  app.post("/show", async (request, reply) => {
    const { model, name } = toObject(request.body)
    const wanted = toText(model) || toText(name)
    if (wanted === "") return reply.code(400).send(ollamaError(400, "model is required"))
    return showModel(ctx, wanted)
  })
  app.get("/version", async () => ({ version: "0.33.0" }))
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(ollamaError(404, "not found")))
}
