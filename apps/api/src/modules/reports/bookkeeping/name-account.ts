import type { NameAccount, NamedAccount, NamedAccounts } from "@myhibachi/contract/bookkeeping"
import { eq } from "drizzle-orm"
import { listAccounts } from "#modules/payments/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { notFound } from "#platform/errors.ts"
import { accountNames } from "./tables.ts"

/** Xero's rate for lines whose tax is a line of its own, as in our ledger. */
const NO_TAX = "Tax Exempt"

type NameRow = typeof accountNames.$inferSelect
type Account = Awaited<ReturnType<typeof listAccounts>>[number]

/** @returns the chart of accounts with the names that the accountant's programs know. */
export async function findNamedAccounts(ctx: Context): Promise<NamedAccounts> {
  const names = new Map((await ctx.db.select().from(accountNames)).map((row) => [row.account, row]))
  return { items: (await listAccounts(ctx)).map((account) => present(account, names.get(account.code))) }
}

/**
 * Says what the accountant's programs call one of our accounts.
 * @param checkVersion refuses a change that was made on an old version.
 * @throws AppError "account-not-found" and what `checkVersion` throws.
 */
export async function nameAccount(
  ctx: Context,
  input: NameAccount & { account: string },
  checkVersion: (version: number) => void,
): Promise<NamedAccount> {
  const account = (await listAccounts(ctx)).find(({ code }) => code === input.account)
  if (!account) throw notFound("account", input.account)
  return inTransaction(ctx, async (ctx) => {
    const { quickbooksAccount, xeroCode, xeroTaxRate } = input
    const before = await claimRow(ctx, input.account)
    checkVersion(before.version)
    const [row] = await ctx.db
      .update(accountNames)
      .set({
        ...{ quickbooksAccount, xeroCode, xeroTaxRate },
        version: before.version + 1,
        updatedBy: actorName(ctx.actor),
        updatedAt: ctx.now(),
      })
      .where(eq(accountNames.account, input.account))
      .returning()
    await audit(ctx, {
      action: "bookkeeping.account-named",
      entity: "account",
      entityId: input.account,
      details: { quickbooksAccount, xeroCode, xeroTaxRate },
    })
    return present(account, row)
  })
}

/** Locks the account's row, made empty when it is the first time. */
async function claimRow(ctx: Context, account: string): Promise<NameRow> {
  await ctx.db
    .insert(accountNames)
    .values({
      ...{ account, quickbooksAccount: "", xeroCode: "", xeroTaxRate: NO_TAX, version: 0 },
      updatedBy: actorName(ctx.actor),
      updatedAt: ctx.now(),
    })
    .onConflictDoNothing()
  const [row] = await ctx.db
    .select()
    .from(accountNames)
    .where(eq(accountNames.account, account))
    .for("update")
  if (!row) throw new Error(`The names of ${account} were not written.`)
  return row
}

function present({ code, title, kind }: Account, row: NameRow | undefined): NamedAccount {
  return {
    ...{ account: code, title, kind },
    quickbooksAccount: row?.quickbooksAccount ?? "",
    xeroCode: row?.xeroCode ?? "",
    xeroTaxRate: row?.xeroTaxRate ?? NO_TAX,
    version: row?.version ?? 0,
  }
}
