import { eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { isInTransaction } from "#platform/database/database.ts"
import type { Attachment } from "#providers/email/port.ts"
import { composeMail, type MailContent } from "./compose-mail.ts"
import { sentMails } from "./tables.ts"

export interface Mail extends MailContent {
  /** What this mail is about, once: the same key is never sent again. */
  key: string
  to: string
  subject: string
  attachments?: Attachment[]
}

/**
 * Sends a mail from a job. Killed between the server's yes and our note it is sent again with the same
 * Message-ID.
 * @returns "off" when no mail server is configured. @throws AppError "email-down" so that the job tries again.
 */
export async function sendMail(ctx: Context, mail: Mail): Promise<"sent" | "already-sent" | "off"> {
  if (isInTransaction())
    throw new Error(`The mail ${mail.key} must be sent by a job, outside of transactions.`)
  const { email } = ctx.providers
  if (!email) {
    ctx.log.warn({ mail: mail.key }, "mail not sent: no mail server is configured")
    return "off"
  }
  const [sent] = await ctx.db
    .select({ key: sentMails.key })
    .from(sentMails)
    .where(eq(sentMails.key, mail.key))
  if (sent) return "already-sent"
  await email.send({
    to: mail.to,
    subject: mail.subject,
    ...composeMail(mail),
    ...(mail.attachments ? { attachments: mail.attachments } : {}),
    idempotencyKey: mail.key,
  })
  await ctx.db
    .insert(sentMails)
    .values({ key: mail.key, recipient: mail.to, subject: mail.subject, sentAt: ctx.now() })
    .onConflictDoNothing()
  ctx.log.info({ mail: mail.key }, "mail sent")
  return "sent"
}
