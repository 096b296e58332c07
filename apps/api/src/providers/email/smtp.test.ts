import { afterAll, beforeAll, expect, test } from "vitest"
import { readConfig } from "#app/config.ts"
import { createSandbox, type RunningSandbox } from "../../../../sandbox/src/sandbox.ts"
import { createSmtpEmail } from "./smtp.ts"

let sandbox: RunningSandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

function connect(port: number) {
  const config = readConfig({
    MYHIBACHI_SECRET: "test-secret-test-secret-test-secret",
    SMTP_URL: `smtp://127.0.0.1:${port}`,
  })
  const email = createSmtpEmail(config)
  if (!email) throw new Error("Mail is off although it has its address.")
  return email
}

const message = {
  to: "ana@example.com",
  subject: "Your party – booked",
  text: "Total: $1,045.00",
  html: "<p>Total: $1,045.00</p>",
  attachments: [{ filename: "party.ics", contentType: "text/calendar", content: "BEGIN:VCALENDAR" }],
  idempotencyKey: "booking-confirmed:bk_1",
}

test("hands a mail over with text, HTML, attachment and the same Message-ID each time", async () => {
  const email = connect(sandbox.smtpPort)
  await email.send(message)
  await email.send(message)
  email.close()
  const [second, first] = sandbox.mailbox.list({ to: "ana@example.com" })
  expect(first).toMatchObject({ subject: "Your party – booked", text: expect.stringContaining("$1,045.00") })
  expect(first?.html).toContain("$1,045.00")
  expect(first?.attachments).toMatchObject([{ name: "party.ics" }])
  expect(first?.headers["message-id"]).toMatch(/^<[0-9a-f]{32}@myhibachi\.example>$/)
  expect(second?.headers["message-id"]).toBe(first?.headers["message-id"])
})

test("a refused recipient and a server that is away are said in our words", async () => {
  const email = connect(sandbox.smtpPort)
  await expect(email.send({ ...message, to: "bounce@example.com" })).rejects.toMatchObject({
    code: "email-down",
  })
  email.close()
  const away = connect(4988)
  await expect(away.send(message)).rejects.toMatchObject({ kind: "unavailable", code: "email-down" })
  away.close()
})

test("is off without an address", () => {
  expect(
    createSmtpEmail(readConfig({ MYHIBACHI_SECRET: "test-secret-test-secret-test-secret" })),
  ).toBeUndefined()
})
