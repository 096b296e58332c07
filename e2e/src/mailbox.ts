import { type APIRequestContext, expect } from "@playwright/test"
import { SANDBOX } from "./addresses.ts"

export interface Mail {
  subject: string
  text: string
  attachments: { name: string; type: string }[]
}

/** Waits for a mail to the address with the subject. @returns the newest one. */
export async function mailTo(request: APIRequestContext, address: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined
  await expect(async () => {
    const reply = await request.get(`${SANDBOX}/_control/mail?to=${encodeURIComponent(address)}`)
    const mails = (await reply.json()) as Mail[]
    found = mails.find((mail) => subject.test(mail.subject))
    expect(found, `a mail to ${address}`).toBeDefined()
  }).toPass({ timeout: 30_000 })
  return found as Mail // safe: the line above has failed otherwise
}
