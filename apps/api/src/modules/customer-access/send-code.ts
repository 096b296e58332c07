import { createHmac, randomInt, timingSafeEqual } from "node:crypto"
import type {
  Accepted,
  CustomerSession,
  RequestCustomerCode,
  SignInCustomer,
} from "@myhibachi/contract/identity"
import { and, desc, eq, gt, isNotNull, isNull, lt, sql } from "drizzle-orm"
import type { FastifyReply } from "fastify"
import { z } from "zod"
import { findCustomerByContact } from "#modules/customers/index.ts"
import { openCustomerSession } from "#modules/identity/index.ts"
import { sendMail } from "#modules/mail/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { accessCodes } from "./tables.ts"

const VALID_MINUTES = 10
const TRIES = 5
const CODES_PER_WINDOW = 3

/** Makes the code, keeps its keyed hash and mails it; for an address without a customer it does nothing. */
export const sendAccessCode = defineJob({
  name: "send-access-code",
  schema: z.object({ codeId: z.string() }),
  run: async (ctx, { codeId }) => {
    const [row] = await ctx.db.select().from(accessCodes).where(eq(accessCodes.id, codeId))
    if (!row || !(await findCustomerByContact(ctx, { email: row.email }))) return
    const code = String(randomInt(1_000_000)).padStart(6, "0")
    const codeHash = hashOf(ctx, row.id, code)
    await ctx.db.update(accessCodes).set({ codeHash }).where(eq(accessCodes.id, codeId))
    await sendMail(ctx, {
      key: `access-code:${codeHash.slice(0, 24)}`,
      to: row.email,
      subject: `${code} is your MyHibachi code`,
      title: "Your code",
      blocks: [
        {
          kind: "paragraph",
          text: "Type this code on the page that asked for it. It works once, for 10 minutes.",
        },
        { kind: "code", code },
      ],
      reason:
        "You get this mail because somebody typed this address to see their party. If it was not you, do nothing.",
    })
  },
})

/** Answers alike for known and unknown addresses. */
export async function requestAccessCode(ctx: Context, { email }: RequestCustomerCode): Promise<Accepted> {
  const message = "If we know this address, a code is on its way; it works for 10 minutes."
  await inTransaction(ctx, async (ctx) => {
    const since = ctx.now().subtract({ minutes: VALID_MINUTES })
    const recent = await ctx.db
      .select({ id: accessCodes.id })
      .from(accessCodes)
      .where(and(eq(accessCodes.email, email), gt(accessCodes.createdAt, since)))
    if (recent.length >= CODES_PER_WINDOW) return
    const codeId = ctx.newId("cod")
    const expiresAt = ctx.now().add({ minutes: VALID_MINUTES })
    await ctx.db
      .insert(accessCodes)
      .values({ id: codeId, email, triesLeft: TRIES, createdAt: ctx.now(), expiresAt })
    await ctx.db.delete(accessCodes).where(lt(accessCodes.expiresAt, ctx.now().subtract({ hours: 24 })))
    await ctx.services.jobs.enqueue(ctx, sendAccessCode, { codeId })
  })
  return { message }
}

/** Signs a customer in with the code of the mail. @throws AppError "code-wrong" (401). */
export async function signInCustomer(
  ctx: Context,
  input: SignInCustomer,
  reply: FastifyReply,
): Promise<CustomerSession> {
  const isRight = await useCode(ctx, input)
  const customer = isRight ? await findCustomerByContact(ctx, { email: input.email }) : null
  if (!customer) {
    throw new AppError(
      "unauthenticated",
      "code-wrong",
      "This code is not right or too old; look at the newest mail or ask for another.",
    )
  }
  return openCustomerSession(ctx, { customerId: customer.id, email: input.email }, reply)
}

async function useCode(ctx: Context, { email, code }: SignInCustomer): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select()
      .from(accessCodes)
      .where(
        and(
          eq(accessCodes.email, email),
          isNull(accessCodes.usedAt),
          isNotNull(accessCodes.codeHash),
          gt(accessCodes.expiresAt, ctx.now()),
        ),
      )
      .orderBy(desc(accessCodes.createdAt))
      .limit(1)
      .for("update")
    if (!row?.codeHash || row.triesLeft <= 0) return false
    const isRight = isSame(row.codeHash, hashOf(ctx, row.id, code))
    await ctx.db
      .update(accessCodes)
      .set({ triesLeft: sql`${accessCodes.triesLeft} - 1`, usedAt: isRight ? ctx.now() : null })
      .where(eq(accessCodes.id, row.id))
    return isRight
  })
}

// Six digits are soon guessed from a plain hash, so the hash needs the secret too.
function hashOf(ctx: Context, codeId: string, code: string): string {
  return createHmac("sha256", ctx.services.config.MYHIBACHI_SECRET).update(`${codeId}:${code}`).digest("hex")
}

function isSame(expected: string, given: string): boolean {
  return expected.length === given.length && timingSafeEqual(Buffer.from(expected), Buffer.from(given))
}
