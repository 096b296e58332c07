import { eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction, isInTransaction } from "#platform/database/database.ts"
import { publish } from "#platform/jobs/events.ts"
import type { Attachment } from "#providers/email/port.ts"
import { composeMail, type MailContent } from "./compose-mail.ts"
import { mailSent } from "./events.ts"
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
  await inTransaction(ctx, async (ctx) => {
    await ctx.db
      .insert(sentMails)
      .values({ key: mail.key, recipient: mail.to, subject: mail.subject, sentAt: ctx.now() })
      .onConflictDoNothing()
    await publish(ctx, mailSent, { key: mail.key })
  })
  ctx.log.info({ mail: mail.key }, "mail sent")
  return "sent"
}

/** @returns to whom a mail went and about what, or null when there is none of this key. */
export async function readSentMail(
  ctx: Context,
  key: string,
): Promise<{ recipient: string; subject: string } | null> {
  const [row] = await ctx.db.select().from(sentMails).where(eq(sentMails.key, key))
  return row ? { recipient: row.recipient, subject: row.subject } : null
}
