import swagger from "@fastify/swagger"
import swaggerUi from "@fastify/swagger-ui"
import type { FastifyInstance } from "fastify"
import { jsonSchemaTransform } from "fastify-type-provider-zod"
import { PAGE_HEADERS } from "#platform/http/security-headers.ts"

/** Describes the routes that are added after it: /openapi.json for programs, /docs for people. */
export async function documentRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "MyHibachi",
        version: "1",
        description: "Booking, payments and conversations of a private hibachi caterer.",
      },
    },
    transform: jsonSchemaTransform,
  })
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    uiHooks: {
      onRequest: (_request, reply, done) => {
        reply.headers(PAGE_HEADERS)
        done()
      },
    },
    staticCSP: true,
    transformStaticCSP: () =>
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'",
  })
  app.get("/openapi.json", { schema: { hide: true } }, () => app.swagger())
}
