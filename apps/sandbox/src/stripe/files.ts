import type { FastifyInstance, FastifyRequest } from "fastify"
import { type JsonObject, toNumber, toText } from "../core/json.ts"
import { invalidRequest, missingParameter } from "./errors.ts"
import type { StripeStore } from "./store.ts"

const purposes = [
  "dispute_evidence",
  "business_icon",
  "business_logo",
  "customer_signature",
  "identity_document",
]
const largestBytes = 5 * 1024 * 1024

/** Uploads come as multipart forms; the bytes themselves are not kept. */
export function acceptUploads(app: FastifyInstance): void {
  app.addContentTypeParser(
    "multipart/form-data",
    { parseAs: "buffer" },
    async (request: FastifyRequest, body: Buffer) => {
      const headers = { "content-type": toText(request.headers["content-type"]) }
      const form = await new Response(new Uint8Array(body), { headers }).formData()
      const fields: JsonObject = {}
      for (const [name, value] of form) {
        if (typeof value === "string") fields[name] = value
        else Object.assign(fields, { file_name: value.name, file_size: value.size, file_type: value.type })
      }
      return fields
    },
  )
}

/** `POST /v1/files`. @throws StripeRefusal */
export function createFile(store: StripeStore, params: JsonObject): JsonObject {
  const size = toNumber(params.file_size)
  const purpose = toText(params.purpose)
  if (size === undefined) throw missingParameter("file")
  if (purpose === "") throw missingParameter("purpose")
  if (!purposes.includes(purpose)) throw invalidRequest(`Invalid purpose: ${purpose}`, { param: "purpose" })
  if (size === 0 || size > largestBytes)
    throw invalidRequest("The file must be between 1 byte and 5 MB.", { param: "file" })
  const filename = toText(params.file_name)
  const id = store.newId("file")
  const file = store.save({
    id,
    object: "file",
    created: store.ctx.clock.unix(),
    expires_at: null,
    filename,
    links: { object: "list", data: [], has_more: false, url: `/v1/file_links?file=${id}` },
    purpose,
    size,
    title: null,
    type: filename.split(".").at(-1) ?? null,
    url: `${store.ctx.publicUrl()}/v1/files/${id}/contents`,
  })
  store.emit("file.created", file)
  return file
}
