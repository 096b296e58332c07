import type { SetTextConsent, TextConsent } from "@myhibachi/contract/texts"
import { readBooking } from "#modules/booking/index.ts"
import { readConsents, setConsent } from "#modules/customers/index.ts"
import { isStopped, phoneOf } from "#modules/texts/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"

const WORDS =
  "MyHibachi may text me about my party: what I owe and how to pay it, and changes of the date. These texts may be sent automatically, about 1 to 6 for a party. Message and data rates may apply. Reply STOP to stop, HELP for help. I can book without agreeing to this."

/** @returns whether the customer of a booking gets text messages, and what they agree to. @throws AppError "booking-not-found". */
export async function readTextConsent(
  ctx: Context,
  { bookingId }: { bookingId: string },
): Promise<TextConsent> {
  const { sms } = ctx.providers
  const { customer } = await readBooking(ctx, { bookingId })
  const phone = await phoneOf(ctx, customer.id)
  const about = {
    phoneEnding: phone?.slice(-4) ?? null,
    ourNumber: sms?.number ?? null,
    words: WORDS,
  }
  if (!sms || !ctx.services.isEnabled("FEATURE_RINGCENTRAL")) return { ...about, state: "off" }
  if (!phone) return { ...about, state: "no-phone" }
  if (await isStopped(ctx, phone)) return { ...about, state: "stopped" }
  const consent = (await readConsents(ctx, customer.id)).find(
    ({ channel, scope }) => channel === "sms" && scope === "service",
  )
  return { ...about, state: consent?.isGranted ? "granted" : "not-granted" }
}

/**
 * Records what the customer ticked on the page of their party, with the words that stood beside it.
 * @throws AppError "texts-not-possible" (409), "consent-words-changed" (409), "booking-not-found".
 */
export async function setTextConsent(
  ctx: Context,
  { bookingId, answer }: { bookingId: string; answer: SetTextConsent },
): Promise<TextConsent> {
  await inTransaction(ctx, async (ctx) => {
    const before = await readTextConsent(ctx, { bookingId })
    if (answer.isGranted) requireGrantable(before, answer.words)
    if (answer.isGranted === (before.state === "granted")) return
    const { customer, reference } = await readBooking(ctx, { bookingId })
    await setConsent(ctx, {
      customerId: customer.id,
      channel: "sms",
      scope: "service",
      isGranted: answer.isGranted,
      evidence: `${answer.isGranted ? "Ticked" : "Unticked"} on the page of party ${reference}`,
      source: "form",
      words: WORDS,
    })
  })
  return readTextConsent(ctx, { bookingId })
}

function requireGrantable({ state, ourNumber }: TextConsent, words: string): void {
  if (state === "stopped")
    throw impossible(`Your phone said STOP to our texts. Text START to ${ourNumber} to get them again.`)
  if (state === "off") throw impossible("We send no text messages at the moment.")
  if (state === "no-phone") throw impossible("We know no mobile number of yours; write to us and give it.")
  if (words !== WORDS)
    throw new AppError(
      "conflict",
      "consent-words-changed",
      "The words have changed; reload and read them again.",
    )
}

function impossible(message: string): AppError {
  return new AppError("conflict", "texts-not-possible", message)
}
