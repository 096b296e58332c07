import { createServer, type Server, type Socket } from "node:net"
import { type AddressObject, type ParsedMail, simpleParser } from "mailparser"
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server"
import type { Context } from "../core/context.ts"
import type { Fault } from "../core/faults.ts"
import type { Mail, Mailbox } from "./mailbox.ts"

type SmtpService = { port: number; close(): Promise<void> }

/** Takes every mail on the port; a recipient whose address starts with `bounce` is refused. @throws Error when the port is taken */
export async function startSmtp(
  ctx: Context,
  mailbox: Mailbox,
  host: string,
  port: number,
): Promise<SmtpService> {
  const smtp = createSmtpServer(ctx, mailbox)
  const sockets = new Set<Socket>()
  // In front of the mail server, so that faults of the line come before its greeting.
  const front = createServer((socket) => {
    sockets.add(socket)
    socket.on("close", () => sockets.delete(socket))
    socket.on("error", () => socket.destroy())
    const faults = ctx.faults.strike("smtp")
    logConnection(ctx, faults)
    admit(smtp, socket, faults)
  })
  await listen(front, host, port)
  const address = front.address()
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => front.close(() => resolve()))
      await new Promise<void>((resolve) => smtp.close(() => resolve()))
    },
  }
}

function createSmtpServer(ctx: Context, mailbox: Mailbox): SMTPServer {
  return new SMTPServer({
    name: "sandbox.invalid",
    banner: "Sandbox, delivers to nobody",
    authOptional: true,
    allowInsecureAuth: true,
    // Its self-made certificate would be refused by a careful client.
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    size: 25 * 1024 * 1024,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? "anybody" }),
    onRcptTo: (address, _session, done) => {
      if (!address.address.toLowerCase().startsWith("bounce")) return done()
      done(Object.assign(new Error("5.1.1 No such mailbox"), { responseCode: 550 }))
    },
    onData: (stream, session, done) => {
      takeMail(mailbox, stream, session).then(
        (mail) => done(null, `2.0.0 Taken as ${mail.id}`),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      )
    },
  }).on("error", (error: Error) => {
    ctx.calls.add({ ...blankCall(ctx), request: { error: error.message }, status: 500 })
  })
}

async function takeMail(
  mailbox: Mailbox,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Mail> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  const source = Buffer.concat(chunks)
  const parsed = await simpleParser(source, { skipImageLinks: true })
  return mailbox.add({
    from: textOf(parsed.from) || addressOf(session.envelope.mailFrom),
    to: session.envelope.rcptTo.map((recipient) => recipient.address),
    subject: parsed.subject ?? "",
    text: parsed.text ?? "",
    html: typeof parsed.html === "string" ? parsed.html : "",
    headers: headersOf(parsed),
    attachments: parsed.attachments.map((attachment) => ({
      name: attachment.filename ?? "attachment",
      type: attachment.contentType,
      cid: attachment.cid ?? "",
      size: attachment.size,
      base64: attachment.content.toString("base64"),
    })),
    source: source.toString("utf8"),
  })
}

function headersOf(parsed: ParsedMail): Record<string, string> {
  return Object.fromEntries(
    parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(":") + 1).trim()]),
  )
}

function textOf(address: AddressObject | undefined): string {
  return address?.text ?? ""
}

function addressOf(sender: SMTPServerSession["envelope"]["mailFrom"]): string {
  return sender === false ? "" : sender.address
}

function admit(smtp: SMTPServer, socket: Socket, faults: Fault[]): void {
  const [fault] = faults
  switch (fault?.kind) {
    case "down":
      socket.end("421 4.3.2 Service not available\r\n")
      return
    case "rate_limited":
      socket.end("421 4.7.0 Too many connections, try again later\r\n")
      return
    case "garbage":
      socket.end("\u0000\u0001 this is not mail\r\n")
      return
    case "timeout":
      return
    case "late":
      setTimeout(() => smtp.server.emit("connection", socket), fault.delayMs).unref()
      return
    default:
      smtp.server.emit("connection", socket)
  }
}

function logConnection(ctx: Context, faults: Fault[]): void {
  ctx.calls.add({ ...blankCall(ctx), faults: faults.map((fault) => fault.kind) })
}

function blankCall(ctx: Context) {
  return {
    at: ctx.clock.now().toISOString(),
    vendor: "smtp" as const,
    method: "CONNECT",
    path: "smtp",
    faults: [],
    request: null,
    status: 220,
    durationMs: 0,
    reply: "",
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => resolve())
  })
}
