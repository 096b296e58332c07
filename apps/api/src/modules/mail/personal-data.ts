import { desc, inArray, sql } from "drizzle-orm"
import { ERASED, type PersonalData, type PersonTrail } from "#platform/personal-data.ts"
import { sentMails } from "./tables.ts"

/** To whom mails went and about what; the texts are not kept. */
export const mailPersonalData: PersonalData = {
  find: async () => {},
  copy: async (ctx, trail) => {
    const rows = await ctx.db.select().from(sentMails).where(wentTo(trail)).orderBy(desc(sentMails.sentAt))
    return {
      Mails: rows.map(({ recipient, subject, sentAt }) => ({
        at: sentAt.toString(),
        to: recipient,
        subject,
      })),
    }
  },
  erase: async (ctx, trail) => {
    await ctx.db.update(sentMails).set({ recipient: ERASED, subject: ERASED }).where(wentTo(trail))
  },
}

function wentTo(trail: PersonTrail) {
  return inArray(
    sql`lower(${sentMails.recipient})`,
    [...trail.words].map((word) => word.toLowerCase()),
  )
}
