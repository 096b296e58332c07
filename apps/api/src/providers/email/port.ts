export interface Attachment {
  filename: string
  contentType: string
  /** Text, or the bytes of a file. */
  content: string | Buffer
}

export interface EmailMessage {
  to: string
  subject: string
  text: string
  html: string
  attachments?: Attachment[]
  /** Becomes the Message-ID, so that a mail sent twice is shown once. */
  idempotencyKey: string
}

/** Outgoing mail. @throws AppError "email-down" when the server does not take it. */
export interface Email {
  send(message: EmailMessage): Promise<void>
  close(): void
}

declare module "#platform/context.ts" {
  interface Providers {
    /** Absent without SMTP_URL. */
    email?: Email
  }
}
