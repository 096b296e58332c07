import Fastify, { type FastifyInstance } from "fastify"

export interface TextEar {
  /** The address under which the provider finds the application. */
  url: string
  /** Hands everything that comes from now on to the application. */
  connect(http: FastifyInstance): void
  close(): Promise<void>
}

/** An address for an application that does not listen itself. */
export async function startTextEar(): Promise<TextEar> {
  const parts: { http?: FastifyInstance } = {}
  const ear = Fastify()
  ear.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  )
  ear.post("*", async (request, reply) => {
    const { "content-length": _, ...headers } = request.headers
    const payload = request.body instanceof Buffer ? request.body : undefined
    const answer = await parts.http?.inject({
      method: "POST",
      url: request.url,
      headers,
      ...(payload ? { payload } : {}),
    })
    if (!answer) return reply.code(503).send()
    const word = answer.headers["validation-token"]
    if (word) reply.header("validation-token", word)
    return reply.code(answer.statusCode).send(answer.body)
  })
  const url = await ear.listen({ port: 0, host: "127.0.0.1" })
  return {
    url,
    connect: (http) => {
      parts.http = http
    },
    close: () => ear.close(),
  }
}

/** Settings with which an application texts through a sandbox. */
export function textSettings(sandboxUrl: string, ear: TextEar): Record<string, string> {
  return {
    RINGCENTRAL_CLIENT_ID: "client",
    RINGCENTRAL_CLIENT_SECRET: "secret",
    RINGCENTRAL_JWT: "jwt",
    RINGCENTRAL_NUMBER: "+15105550100",
    RINGCENTRAL_WEBHOOK_TOKEN: "token-of-the-text-bench",
    RINGCENTRAL_SERVER_URL: sandboxUrl,
    API_URL: ear.url,
  }
}
