import { createHash } from "node:crypto"
import type { PolicyText } from "@myhibachi/contract/catalog"

/** @returns SHA-256 in hex over all that the customer reads before signing. */
export function hashAgreement(texts: readonly PolicyText[]): string {
  const read = texts.map(({ id, key, version, title, text }) => [id, key, version, title, text])
  return createHash("sha256").update(JSON.stringify(read)).digest("hex")
}
