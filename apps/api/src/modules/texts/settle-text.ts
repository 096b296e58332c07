import { and, eq } from "drizzle-orm"
import { addTimelineEntry } from "#modules/customers/index.ts"
import { createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import type { SendOutcome, SentText, TextFailure } from "#providers/sms/port.ts"
import type { TextRow } from "./claim-text.ts"
import { isStopped, notePhone, withdrawConsent } from "./phones.ts"
import { nextLook, secondsBeforeNextTry } from "./rules/plan-try.ts"
import { textLines, textMessages } from "./tables.ts"

/** The answer to STOP goes out although the phone has just said STOP, if the provider lets it. */
export const KEYWORD_TOPIC = "keyword"

const CALL_WITHIN_HOURS = 4

/** Notes what the provider said to a try. */
export async function applyOutcome(
  ctx: Context,
  row: TextRow,
  ourNumber: string,
  outcome: SendOutcome,
): Promise<void> {
  switch (outcome.outcome) {
    case "taken":
      return applySent(ctx, row, outcome.sent)
    case "refused":
      return inTransaction(ctx, (ctx) => applyFailure(ctx, row, outcome.failure))
    case "wait":
      return pause(ctx, row, ourNumber, outcome.seconds)
    case "unknown":
      // It stays on its way: before the next try it is looked for.
      await change(ctx, row, { reason: outcome.reason, nextAt: again(ctx, row) })
      return
    default:
      return outcome satisfies never
  }
}

/** Notes where a text that the provider has taken stands. */
export async function applySent(ctx: Context, row: TextRow, sent: SentText): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const sentAt = row.sentAt ?? ctx.now()
    if (!(await change(ctx, row, { state: "sent", providerId: sent.id, sentAt, reason: null }))) return
    const now = { ...row, state: "sent" as const, providerId: sent.id, sentAt }
    if (!row.sentAt) await tell(ctx, now, "sent", `Text message sent: ${row.title}`)
    if (sent.failure) return applyFailure(ctx, now, sent.failure)
    if (sent.state === "delivered") {
      await change(ctx, now, { state: "delivered", settledAt: ctx.now(), nextAt: null })
      return tell(ctx, now, "delivered", `Text message arrived: ${row.title}`)
    }
    const nextAt = nextLook(sentAt, ctx.now())
    const reason = nextAt ? null : "The carrier has not told whether it arrived."
    await change(ctx, now, { nextAt, reason })
  })
}

/** What was searched for is not in the provider's store, so it never went out. @returns whether it may be tried now. */
export async function noteNotSent(ctx: Context, row: TextRow): Promise<boolean> {
  return change(ctx, row, { state: "waiting", nextAt: ctx.now() })
}

async function applyFailure(ctx: Context, row: TextRow, failure: TextFailure): Promise<void> {
  const { code: failureCode, reason, remedy } = failure
  switch (remedy) {
    case "opted-out":
      return stopByProvider(ctx, row, failure)
    case "never":
      return settle(ctx, row, { state: "failed", reason, failureCode })
    case "again":
      // Its former message failed for certain: the next try is a message of its own.
      await change(ctx, row, {
        state: "waiting",
        providerId: null,
        sentAt: null,
        failureCode,
        reason,
        nextAt: again(ctx, row),
      })
      return
    default:
      return remedy satisfies never
  }
}

async function stopByProvider(ctx: Context, row: TextRow, { code, reason }: TextFailure): Promise<void> {
  await settle(ctx, row, { state: "blocked", reason, failureCode: code })
  if (await isStopped(ctx, row.phone)) return
  const words = `RingCentral answers ${code}: ${reason}`
  await notePhone(ctx, { phone: row.phone, isStopped: true, words })
  if (row.customerId) {
    const evidence = "The provider of our text messages says that the phone has opted out."
    await withdrawConsent(ctx, { customerId: row.customerId, words, evidence })
  }
}

async function pause(ctx: Context, row: TextRow, number: string, seconds: number): Promise<void> {
  const pausedUntil = ctx.now().add({ seconds })
  await inTransaction(ctx, async (ctx) => {
    await ctx.db
      .insert(textLines)
      .values({ number, pausedUntil })
      .onConflictDoUpdate({ target: textLines.number, set: { pausedUntil } })
    // Nothing was sent, so this was no try.
    await change(ctx, row, { state: "waiting", attempts: row.attempts - 1, nextAt: pausedUntil })
  })
}

export interface Ending {
  state: "failed" | "blocked" | "withdrawn"
  reason: string
  failureCode?: string
}

/** Ends a text that does not go out, with the reason; what failed is a matter for people. Call it inside a transaction. */
export async function settle(ctx: Context, row: TextRow, ending: Ending): Promise<void> {
  if (!(await change(ctx, row, { ...ending, settledAt: ctx.now(), nextAt: null }))) return
  if (ending.state === "withdrawn" || row.topic === KEYWORD_TOPIC) return
  await tell(ctx, row, ending.state, `Text message not delivered: ${row.title}`, ending.reason)
  if (ending.state !== "failed") return
  await createTask(ctx, {
    kind: "call-back",
    title: `A text message did not arrive: ${row.title}`,
    detail: `${ending.reason} It was meant for ${row.phone}; call or write instead.`,
    isUrgent: row.topic === "pay-link",
    dueAt: ctx.now().add({ hours: CALL_WITHIN_HOURS }),
    key: `text-failed:${row.id}:${row.attempts}`,
    ...(row.bookingId ? { bookingId: row.bookingId } : {}),
    ...(row.customerId ? { customerId: row.customerId } : {}),
  })
}

/** @returns whether the text was still as it was read: what another run has changed meanwhile stays. */
async function change(ctx: Context, row: TextRow, changes: Partial<TextRow>): Promise<boolean> {
  const changed = await ctx.db
    .update(textMessages)
    .set(changes)
    .where(
      and(
        eq(textMessages.id, row.id),
        eq(textMessages.state, row.state),
        eq(textMessages.attempts, row.attempts),
      ),
    )
    .returning({ id: textMessages.id })
  return changed.length > 0
}

function again(ctx: Context, row: TextRow) {
  return ctx.now().add({ seconds: secondsBeforeNextTry(row.attempts) })
}

async function tell(ctx: Context, row: TextRow, what: string, title: string, detail?: string): Promise<void> {
  if (!row.customerId) return
  await addTimelineEntry(ctx, {
    customerId: row.customerId,
    kind: "message",
    title,
    key: `text:${row.id}:${what}:${row.attempts}`,
    ...(detail ? { detail } : {}),
    ...(row.bookingId ? { entity: "booking", entityId: row.bookingId } : {}),
  })
}
