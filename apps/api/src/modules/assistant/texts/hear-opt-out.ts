import { readReceivedText, refuseTexts, textReceived } from "#modules/texts/index.ts"
import { detectOptOut } from "#modules/understanding/index.ts"
import { on } from "#platform/jobs/events.ts"

/** Who asks in words of their own for no more texts is obeyed like one who says STOP. */
export const hearOptOut = on(textReceived, "hear-opt-out", async (ctx, { receiptId }) => {
  const { phone, text } = await readReceivedText(ctx, receiptId)
  const optOut = detectOptOut(text, "sms")
  if (optOut) await refuseTexts(ctx, { phone, words: text, scope: optOut.scope })
})
