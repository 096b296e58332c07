import { defineModule } from "#platform/module.ts"
import { mailPersonalData } from "./personal-data.ts"

export type { MailBlock } from "./compose-mail.ts"
export { mailSent } from "./events.ts"
export { type Mail, readSentMail, sendMail } from "./send-mail.ts"

/** Delivery of mail for all modules; each writes its own letters. */
export const mailModule = defineModule({ name: "mail", personalData: mailPersonalData })
