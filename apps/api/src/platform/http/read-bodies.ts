import type { FastifyInstance } from "fastify"
import { AppError } from "#platform/errors.ts"

declare module "fastify" {
  interface FastifyRequest {
    /** The bytes as they came, for signatures. */
    rawBody: Buffer | undefined
  }
}

/** JSON is parsed and its bytes kept; files go on as they come. */
export function readBodies(app: FastifyInstance): void {
  app.decorateRequest("rawBody", undefined)
  readJsonBodies(app)
  passFilesOn(app)
}

function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error")
  const decoder = new TextDecoder("utf-8", { fatal: true })
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body: Buffer, done) => {
    request.rawBody = body
    if (body.length === 0) return done(null, undefined)
    try {
      parse(request, decoder.decode(body), done)
    } catch {
      done(
        new AppError("invalid", "encoding-invalid", "The text is not valid UTF-8; send it again as UTF-8."),
      )
    }
  })
}

/** Files are handed on as they come in, so that their size needs no memory. */
function passFilesOn(app: FastifyInstance): void {
  app.addContentTypeParser("text/csv", (_request, body, done) => done(null, body))
}
