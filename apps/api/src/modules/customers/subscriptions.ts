import { mailSent, readSentMail } from "#modules/mail/index.ts"
import { readTask, taskChanged } from "#modules/tasks/index.ts"
import { inTransaction } from "#platform/database/database.ts"
import { on } from "#platform/jobs/events.ts"
import { findCustomerByContact } from "./find-or-create-customer.ts"
import { findCustomer } from "./require-customer.ts"
import { addTimelineEntry } from "./timeline.ts"

const mail = on(mailSent, "tell-timeline", async (ctx, { key }) => {
  const sent = await readSentMail(ctx, key)
  const customer = sent ? await findCustomerByContact(ctx, { email: sent.recipient }) : null
  if (!sent || !customer) return
  await inTransaction(ctx, (ctx) =>
    addTimelineEntry(ctx, {
      customerId: customer.id,
      kind: "mail",
      title: `Mail: ${sent.subject}`,
      key: `mail:${key}`,
    }),
  )
})

const task = on(taskChanged, "tell-timeline", async (ctx, { taskId, change }) => {
  const { customerId, title, outcome } = await readTask(ctx, taskId)
  if (!customerId || !(await findCustomer(ctx, customerId))) return
  await inTransaction(ctx, (ctx) =>
    addTimelineEntry(ctx, {
      customerId,
      kind: "task",
      title: `${change === "done" ? "Done" : "To do"}: ${title}`,
      key: `task:${taskId}:${change}`,
      ...(change === "done" && outcome ? { detail: outcome } : {}),
    }),
  )
})

/** What earlier modules do around a person; later ones tell the timeline themselves. */
export const customerSubscriptions = [mail, task]
