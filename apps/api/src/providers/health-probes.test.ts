import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readConfig } from "#app/config.ts"
import { createHealthProbes } from "#providers/health-probes.ts"

const NOBODY_LISTENS = 1
const SECRET = "a".repeat(32)
const server = createServer((request, reply) => reply.writeHead(request.url === "/broken" ? 502 : 401).end())
let port = 0

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  port = (server.address() as AddressInfo).port // safe: it listens on TCP
})
afterAll(() => server.close())

function probeOf(environment: Record<string, string>) {
  const [probe] = createHealthProbes(readConfig({ MYHIBACHI_SECRET: SECRET, ...environment }))
  if (!probe) throw new Error("There is no probe.")
  return probe.probe()
}

test("a provider without its key is not asked", () => {
  expect(createHealthProbes(readConfig({ MYHIBACHI_SECRET: SECRET }))).toEqual([])
})

test("a provider that answers, even with a refusal, is up", async () => {
  expect(await probeOf({ OPENAI_API_KEY: "key", OPENAI_BASE_URL: `http://127.0.0.1:${port}` })).toBe(
    "It answers.",
  )
})

test("a provider that answers with an error, or not at all, is down", async () => {
  await expect(
    probeOf({ OPENAI_API_KEY: "key", OPENAI_BASE_URL: `http://127.0.0.1:${port}/broken` }),
  ).rejects.toThrow("502")
  await expect(probeOf({ SMTP_URL: `smtp://127.0.0.1:${NOBODY_LISTENS}` })).rejects.toThrow("ECONNREFUSED")
})
