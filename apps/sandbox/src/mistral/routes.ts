import type { FastifyInstance } from "fastify"
import type { Context } from "../core/context.ts"
import { toObject } from "../core/json.ts"
import { addVendorGate } from "../core/vendor-gate.ts"
import { completeChat } from "./chat-completions.ts"
import { createEmbeddings } from "./embeddings.ts"
import { mistralError } from "./errors.ts"
import { describeModel, listModels } from "./models.ts"

/** Mistral's HTTP API below the prefix that the caller registers it under. */
export async function mistralRoutes(app: FastifyInstance, { ctx }: { ctx: Context }): Promise<void> {
  addVendorGate(app, ctx, { vendor: "mistral", error: mistralError })
  app.addHook("onRequest", async (request, reply) => {
    const key = /^Bearer\s+(\S+)/.exec(request.headers.authorization ?? "")?.[1]
    if (!key) return reply.code(401).send(mistralError(401, "Unauthorized"))
  })
  app.post("/chat/completions", (request, reply) => completeChat(ctx, request, reply))
  app.post("/embeddings", (request, reply) => createEmbeddings(ctx, request, reply))
  app.get("/models", async () => listModels())
  app.get("/models/:model", async (request) => describeModel(String(toObject(request.params).model)))
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send(mistralError(404, `No route ${request.url}`)),
  )
}
