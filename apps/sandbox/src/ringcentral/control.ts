import type { FastifyInstance } from "fastify"
import { toNumber, toObject, toText } from "../core/json.ts"
import type { RingCentralService } from "./start-ringcentral.ts"

/** What phones show and do without our doing: JSON in, JSON out. */
export async function textControl(
  app: FastifyInstance,
  { ringcentral }: { ringcentral: RingCentralService },
): Promise<void> {
  const { texts } = ringcentral
  app.get("/_control/texts", async (request) => {
    const { phone, text, waitMs } = toObject(request.query)
    const which = { theirs: toText(phone).trim(), text: toText(text) }
    if (waitMs !== undefined) await texts.wait(which, Math.min(toNumber(waitMs) ?? 0, 60_000))
    return texts.list(which).map((entry) => ({ ...entry, ...texts.statusOf(entry) }))
  })
  app.post("/_control/texts", async (request, reply) => {
    const { from, text } = toObject(request.body)
    if (!/^\+\d{8,15}$/.test(toText(from)) || toText(text) === "")
      return reply.code(400).send({ error: "from must be a number such as +15105550142, text some words" })
    return ringcentral.receive(toText(from), toText(text))
  })
  app.delete("/_control/texts", async () => {
    texts.clear()
    return []
  })
}
