import { pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** Which mails went out, so that a job that runs twice sends once; bodies are not kept. */
export const sentMails = pgTable("mail_sent", {
  key: text().primaryKey(),
  recipient: text().notNull(),
  subject: text().notNull(),
  sentAt: instant("sent_at").notNull(),
})
