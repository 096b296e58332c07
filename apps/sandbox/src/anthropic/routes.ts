import type { FastifyInstance } from "fastify"
import type { Context } from "../core/context.ts"
import { toObject } from "../core/json.ts"
import { addVendorGate } from "../core/vendor-gate.ts"
import { anthropicError } from "./errors.ts"
import { countMessageTokens, createMessage } from "./messages.ts"
import { describeModel, listModels } from "./models.ts"

/** Anthropic's HTTP API below the prefix that the caller registers it under. */
export async function anthropicRoutes(app: FastifyInstance, { ctx }: { ctx: Context }): Promise<void> {
  addVendorGate(app, ctx, { vendor: "anthropic", error: anthropicError })
  app.addHook("onRequest", async (request, reply) => {
    const key = request.headers["x-api-key"] ?? request.headers.authorization
    if (!key) return reply.code(401).send(anthropicError(401, "x-api-key header is required"))
    if (!request.headers["anthropic-version"]) {
      return reply.code(400).send(anthropicError(400, "anthropic-version: header is required"))
    }
  })
  app.post("/messages", (request, reply) => createMessage(ctx, request, reply))
  app.post("/messages/count_tokens", (request) => countMessageTokens(request))
  app.get("/models", async () => listModels())
  app.get("/models/:model", async (request) => describeModel(String(toObject(request.params).model)))
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send(anthropicError(404, `Not found: ${request.url}`)),
  )
}
