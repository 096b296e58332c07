import { createHash } from "node:crypto"
import { createTransport } from "nodemailer"
import type { Config } from "#app/config.ts"
import { AppError } from "#platform/errors.ts"
import type { Email, EmailMessage } from "#providers/email/port.ts"

const TIMEOUT_MS = 10_000

/** @returns mail over SMTP, or undefined without SMTP_URL. */
export function createSmtpEmail(config: Config): Email | undefined {
  if (!config.SMTP_URL) return undefined
  const from = config.MAIL_FROM
  const transport = createTransport({
    url: config.SMTP_URL,
    pool: true,
    maxConnections: 2,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  })
  return {
    send: async (message) => {
      try {
        await transport.sendMail(toMail(message, from))
      } catch (error) {
        throw new AppError(
          "unavailable",
          "email-down",
          "E-mails are delayed; we keep trying.",
          {},
          { cause: error },
        )
      }
    },
    close: () => transport.close(),
  }
}

function toMail(message: EmailMessage, from: string) {
  return {
    from,
    to: message.to,
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: `<${messageId(message.idempotencyKey)}@${domainOf(from)}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    attachments: (message.attachments ?? []).map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function messageId(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 32)
}

function domainOf(from: string): string {
  return /@([^>\s]+)/.exec(from)?.[1] ?? "localhost"
}
