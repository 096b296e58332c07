import { CALL_CONSENT, type Enquiry, type EnquiryTaken } from "@myhibachi/contract/leads"
import { createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { createLead } from "./create-lead.ts"

const CALL_WITHIN_HOURS = 4

/**
 * Takes "ask us to call you" in: a lead, and a task to call. A program that fills the field that people do not
 * see is told the same and leaves nothing.
 * @param matter once for each form that was sent. @throws AppError "phone-invalid".
 */
export async function takeEnquiry(ctx: Context, input: Enquiry & { matter: string }): Promise<EnquiryTaken> {
  if (input.website) {
    ctx.log.info({}, "an enquiry by a program was dropped")
    return { isTaken: true }
  }
  const { name, email, phone } = input.contact
  await inTransaction(ctx, async (ctx) => {
    const { id } = await createLead(ctx, {
      matter: input.matter,
      source: "form",
      because: "Asked on the site to be called",
      name,
      email,
      phone,
      wish: input.wish,
      consent: { words: CALL_CONSENT, at: ctx.now().toString() },
      actWithinHours: CALL_WITHIN_HOURS,
    })
    await createTask(ctx, {
      kind: "call-back",
      title: `Call ${name}, who asked for it on the site`.slice(0, 200),
      detail: [phone ?? email, input.wish].filter(Boolean).join("\n"),
      dueAt: ctx.now().add({ hours: CALL_WITHIN_HOURS }),
      key: `lead:${id}:${input.matter}`,
    })
  })
  return { isTaken: true }
}
