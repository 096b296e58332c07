import type { FastifyReply } from "fastify"

/** Answers with a PDF that the browser shows; `name` is what it is saved as, without the ending. */
export function sendPaper(reply: FastifyReply, file: Buffer, name: string): FastifyReply {
  reply.header("content-disposition", `inline; filename="${name}.pdf"`)
  return reply.type("application/pdf").send(file)
}
