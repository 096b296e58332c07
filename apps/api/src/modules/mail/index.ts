import { defineModule } from "#platform/module.ts"

export type { MailBlock } from "./compose-mail.ts"
export { type Mail, sendMail } from "./send-mail.ts"

/** Delivery of mail for all modules; each writes its own letters. */
export const mailModule = defineModule({ name: "mail" })
