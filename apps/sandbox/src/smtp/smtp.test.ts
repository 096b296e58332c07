import nodemailer from "nodemailer"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { createSandbox, type RunningSandbox } from "../sandbox.ts"
import type { Mail } from "./mailbox.ts"

let sandbox: RunningSandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.ctx.faults.clear()
  sandbox.mailbox.clear()
})

const transport = (timeoutMs = 20_000) =>
  nodemailer.createTransport({
    host: "127.0.0.1",
    port: sandbox.smtpPort,
    secure: false,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })

const mail = {
  from: '"Canoe Rental" <hello@canoes.example>',
  to: "ana@example.com",
  subject: "Your canoe – confirmed ✓",
  text: "See you on Saturday.",
  html: '<p>See you on <b>Saturday</b>.</p><script>alert(1)</script><img src="cid:logo">',
  attachments: [
    { filename: "party ü.ics", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR", contentType: "text/calendar" },
    { filename: "logo.png", content: Buffer.from([137, 80, 78, 71]), cid: "logo" },
  ],
}

test("keeps a mail with its parts, readable by JSON and on the page", async () => {
  await transport().sendMail(mail)
  const [kept] = (await (await fetch(`${sandbox.url}/_control/mail?to=ana@example.com`)).json()) as Mail[]
  expect(kept).toMatchObject({
    subject: mail.subject,
    to: ["ana@example.com"],
    text: expect.stringContaining("Saturday"),
  })
  const index = kept!.attachments.findIndex((attachment) => attachment.name === "party ü.ics")
  expect(Buffer.from(kept!.attachments[index]!.base64, "base64").toString()).toContain("BEGIN:VCALENDAR")
  const list = await (await fetch(`${sandbox.url}/mail`)).text()
  expect(list).toContain("Your canoe – confirmed ✓")
  const page = await (await fetch(`${sandbox.url}/mail/${kept!.id}`)).text()
  expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"')
  expect(page).toContain("party ü.ics")
  const file = await fetch(`${sandbox.url}/mail/${kept!.id}/attachments/${index}`)
  expect(file.headers.get("content-disposition")).toMatch(/^attachment/)
  expect(await file.text()).toBe("BEGIN:VCALENDAR\r\nEND:VCALENDAR")
})

test("a mail's script cannot run where it is shown, and its inline image is served", async () => {
  await transport().sendMail(mail)
  const [kept] = sandbox.mailbox.list()
  const shown = await fetch(`${sandbox.url}/mail/${kept!.id}/html`)
  expect(shown.headers.get("content-security-policy")).toContain("default-src 'none'")
  const text = await shown.text()
  const [image = ""] = /\/mail\/[^"]+/.exec(text) ?? []
  expect((await fetch(sandbox.url + image)).headers.get("content-type")).toBe("image/png")
})

test("delivers to every recipient of the envelope, hidden ones too", async () => {
  await transport().sendMail({ ...mail, cc: "ben@example.com", bcc: "cleo@example.com" })
  expect(sandbox.mailbox.list({ to: "cleo" })[0]?.to).toEqual([
    "ana@example.com",
    "ben@example.com",
    "cleo@example.com",
  ])
})

test("refuses an address that starts with bounce", async () => {
  await expect(transport().sendMail({ ...mail, to: "bounce@example.com" })).rejects.toMatchObject({
    responseCode: 550,
  })
})

test("takes any log-in", async () => {
  const sender = nodemailer.createTransport({
    host: "127.0.0.1",
    port: sandbox.smtpPort,
    auth: { user: "anna", pass: "secret" },
  })
  await expect(sender.verify()).resolves.toBe(true)
})

test.each(["down", "timeout", "garbage", "rate_limited"] as const)(
  "with the fault %s nothing is taken",
  async (kind) => {
    sandbox.ctx.faults.set({ vendor: "smtp", kind, callsLeft: 1 })
    await expect(transport(300).sendMail(mail)).rejects.toThrow()
    expect(sandbox.mailbox.list()).toEqual([])
    await transport().sendMail(mail)
    expect(sandbox.mailbox.list()).toHaveLength(1)
  },
)

test("a mail that is late still arrives, and can be waited for", async () => {
  sandbox.ctx.faults.set({ vendor: "smtp", kind: "late", delayMs: 20, callsLeft: 1 })
  const waiting = fetch(`${sandbox.url}/_control/mail?to=ana&waitMs=5000`)
  await transport().sendMail(mail)
  expect(await (await waiting).json()).toHaveLength(1)
})
