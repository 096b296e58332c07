import { createServer } from "node:net"
import { expect, test } from "vitest"
import { readConfig } from "./config.ts"
import { createSandbox } from "./sandbox.ts"

test("a taken port is an error and leaves no other port open", async () => {
  const first = await createSandbox()
  const taken = Number(new URL(first.url).port)
  const free = await freePort()
  await expect(createSandbox({ port: taken, smtpPort: free })).rejects.toMatchObject({ code: "EADDRINUSE" })
  await expect(createSandbox({ smtpPort: first.smtpPort })).rejects.toMatchObject({ code: "EADDRINUSE" })
  const again = await createSandbox({ smtpPort: free })
  expect(again.smtpPort).toBe(free)
  await Promise.all([first.close(), again.close()])
})

test("listens on this machine only", async () => {
  const sandbox = await createSandbox()
  expect(new URL(sandbox.url).hostname).toBe("127.0.0.1")
  await sandbox.close()
})

test("the same seed gives the same identifiers, and no identifier twice", async () => {
  const [one, two] = [await createSandbox({ seed: "s" }), await createSandbox({ seed: "s" })]
  const ids = (sandbox: typeof one) => [1, 2, 3].map(() => sandbox.ctx.ids.next("x_"))
  const first = ids(one)
  expect(ids(two)).toEqual(first)
  expect(new Set(first).size).toBe(3)
  await Promise.all([one.close(), two.close()])
})

test("settings are read, and a wrong one is named", () => {
  expect(readConfig({ SANDBOX_PORT: "4950", SANDBOX_PUBLIC_URL: "http://localhost:4950/" })).toMatchObject({
    port: 4950,
    smtpPort: 4125,
    publicUrl: "http://localhost:4950",
  })
  expect(() => readConfig({ SANDBOX_PORT: "abc" })).toThrow("SANDBOX_PORT")
  expect(() => readConfig({ SANDBOX_STRIPE_WEBHOOK_URL: "http://127.0.0.1/hook" })).toThrow("together")
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === "object" && address ? address.port : 0
}
