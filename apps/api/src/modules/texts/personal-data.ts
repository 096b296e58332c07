import { desc, inArray, or } from "drizzle-orm"
import { ERASED, type PersonalData, type PersonTrail } from "#platform/personal-data.ts"
import { textMessages, textPhones, textReceipts } from "./tables.ts"

/** Texts to and from a person's phones. That a phone said STOP stays for ever: it protects whoever has it. */
export const textsPersonalData: PersonalData = {
  find: async () => {},
  copy: async (ctx, trail) => {
    const sent = await ctx.db
      .select()
      .from(textMessages)
      .where(isAbout(trail))
      .orderBy(desc(textMessages.createdAt))
    const received = await ctx.db
      .select()
      .from(textReceipts)
      .where(inArray(textReceipts.phone, wordsOf(trail)))
    const said = await ctx.db
      .select()
      .from(textPhones)
      .where(inArray(textPhones.phone, wordsOf(trail)))
    return {
      "Text messages to you": sent.map(({ phone, body, state, createdAt }) => ({
        at: createdAt.toString(),
        to: phone,
        text: body,
        state,
      })),
      "Text messages from you": received.map(({ phone, body, receivedAt }) => ({
        at: receivedAt.toString(),
        from: phone,
        text: body,
      })),
      "What your phone said": said.map(({ phone, isStopped, words, at }) => ({
        at: at.toString(),
        phone,
        isStopped,
        words,
      })),
    }
  },
  erase: async (ctx, trail) => {
    await ctx.db
      .update(textMessages)
      .set({ phone: ERASED, body: ERASED, title: ERASED, reason: null, nextAt: null })
      .where(isAbout(trail))
    await ctx.db
      .update(textReceipts)
      .set({ phone: null, body: ERASED })
      .where(inArray(textReceipts.phone, wordsOf(trail)))
  },
}

function isAbout(trail: PersonTrail) {
  return or(inArray(textMessages.customerId, trail.customerIds), inArray(textMessages.phone, wordsOf(trail)))
}

function wordsOf({ words }: PersonTrail): string[] {
  return [...words]
}
