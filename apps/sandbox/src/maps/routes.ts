import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import type { Context } from "../core/context.ts"
import { type JsonObject, toObject, toText } from "../core/json.ts"
import { addVendorGate } from "../core/vendor-gate.ts"
import {
  applyFieldMask,
  computeRouteMatrix,
  computeRoutes,
  GoogleRefusal,
  readFieldMask,
} from "./compute-routes.ts"
import { geocode } from "./geocode.ts"

/** Google's Geocoding and Routes APIs at their own paths. */
export async function mapsRoutes(app: FastifyInstance, { ctx }: { ctx: Context }): Promise<void> {
  addVendorGate(app, ctx, { vendor: "maps", error: googleError })
  app.get("/maps/api/geocode/json", async (request) => geocode(toObject(request.query)))
  app.post("/directions/v2::computeRoutes", async (request, reply) =>
    answer(request, reply, (body, mask) => applyFieldMask(computeRoutes(body), mask)),
  )
  app.post("/distanceMatrix/v2::computeRouteMatrix", async (request, reply) =>
    answer(request, reply, (body, mask) =>
      computeRouteMatrix(body).map((element) => applyFieldMask(element, mask)),
    ),
  )
}

function googleError(code: number, message: string): object {
  const names: Record<number, string> = { 429: "RESOURCE_EXHAUSTED", 503: "UNAVAILABLE" }
  return { error: { code, message, status: names[code] ?? "INTERNAL" } }
}

type Compute = (body: JsonObject, mask: string) => object

function answer(request: FastifyRequest, reply: FastifyReply, compute: Compute): object {
  const query = toObject(request.query)
  try {
    if (!request.headers["x-goog-api-key"] && toText(query.key) === "") {
      throw new GoogleRefusal(403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers.")
    }
    return compute(toObject(request.body), readFieldMask(request.headers["x-goog-fieldmask"], query))
  } catch (error) {
    if (!(error instanceof GoogleRefusal)) throw error
    const { code, message, status } = error
    return reply.code(code).send({ error: { code, message, status } })
  }
}
