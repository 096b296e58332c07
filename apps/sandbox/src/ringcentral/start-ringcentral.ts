import type { Context } from "../core/context.ts"
import { createSubscriptions, type Subscriptions } from "./subscriptions.ts"
import { createTextBox, type Text, type TextBox } from "./text-box.ts"
import { createTokens, type Tokens } from "./tokens.ts"

export type RingCentralService = {
  tokens: Tokens
  texts: TextBox
  subscriptions: Subscriptions
  /** A person texts our number; resolves when the subscriptions were told. */
  receive(theirs: string, text: string): Promise<{ text: Text; statuses: number[] }>
  reset(): void
}

const unusedNumber = "+15105550100"

/** RingCentral's text messages: tokens, the message store and who is told of what comes in. */
export function startRingCentral(ctx: Context): RingCentralService {
  const texts = createTextBox(ctx)
  const subscriptions = createSubscriptions(ctx)
  return {
    texts,
    subscriptions,
    tokens: createTokens(ctx),
    receive: async (theirs, words) => {
      const ours = texts.list()[0]?.ours ?? unusedNumber
      const text = texts.add({ direction: "Inbound", ours, theirs, text: words })
      return { text, statuses: await subscriptions.tell(text) }
    },
    reset: () => {
      texts.clear()
      subscriptions.clear()
    },
  }
}
