import { readFile } from "node:fs/promises"
import type { FastifyInstance } from "fastify"

/** The style sheets of the pages. */
export async function assetRoutes(app: FastifyInstance): Promise<void> {
  for (const name of ["sandbox", "checkout"]) {
    const text = await readFile(new URL(`./${name}.css`, import.meta.url), "utf8")
    app.get(`/assets/${name}.css`, async (_request, reply) =>
      reply.type("text/css; charset=utf-8").send(text),
    )
  }
}
