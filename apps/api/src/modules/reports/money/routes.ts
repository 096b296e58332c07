import {
  AccountStatement,
  Age,
  DepositsReport,
  MoneyReportQuery,
  ReceivablesReport,
  RefundsReport,
  SalesTaxReport,
  TipsReport,
} from "@myhibachi/contract/money-reports"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { readAccountStatement } from "./read-account-statement.ts"
import { readDeposits } from "./read-deposits.ts"
import { readReceivables } from "./read-receivables.ts"
import { readRefunds } from "./read-refunds.ts"
import { readSalesTax } from "./read-sales-tax.ts"
import { readTips } from "./read-tips.ts"
import {
  accountFile,
  depositsFile,
  receivablesFile,
  refundsFile,
  salesTaxFile,
  tipsFile,
} from "./write-money-file.ts"

const tags = ["Reports"]
const mayRead = access.staff("payments:read")
const AccountCode = z.object({ code: z.string().max(60) })
const Days = MoneyReportQuery.omit({ unit: true })

const fileRoute = <Query extends z.ZodObject>(
  path: string,
  query: Query,
  write: (ctx: Context, query: z.output<Query>) => Promise<string>,
) =>
  defineRoute({
    method: "GET",
    path: `${path}/csv`,
    access: mayRead,
    summary: `The table of ${path.slice("/v1/".length)} as CSV`,
    tags,
    query,
    handler: async (ctx, { query, reply }) => {
      const name = path.slice(path.lastIndexOf("/") + 1)
      reply.header("content-disposition", `attachment; filename="${name}.csv"`)
      return reply.type("text/csv; charset=utf-8").send(await write(ctx, query as z.output<Query>))
    },
  })

const statementRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/ledger/accounts/:code/statement",
    access: mayRead,
    summary: "One account with its balance after every line, oldest first",
    tags,
    params: AccountCode,
    query: PageQuery.extend(Days.shape),
    response: AccountStatement,
    handler: (ctx, { params, query }) => readAccountStatement(ctx, { ...query, account: params.code }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/ledger/accounts/:code/statement/csv",
    access: mayRead,
    summary: "One account's statement as CSV",
    tags,
    params: AccountCode,
    query: Days,
    handler: async (ctx, { params, query, reply }) => {
      const text = await accountFile(ctx, { ...query, account: params.code })
      reply.header("content-disposition", 'attachment; filename="account.csv"')
      return reply.type("text/csv; charset=utf-8").send(text)
    },
  }),
]

/** What the ledger says about debts, deposits, refunds, tips, taxes and single accounts. */
export const moneyRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/reports/receivables",
    access: mayRead,
    summary: "Who owes what, by how long it is due",
    tags,
    query: PageQuery.extend({ age: Age.optional() }),
    response: ReceivablesReport,
    handler: (ctx, { query }) => readReceivables(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/reports/deposits",
    access: mayRead,
    summary: "Deposits held, by the month of the party",
    tags,
    response: DepositsReport,
    handler: (ctx) => readDeposits(ctx),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/reports/refunds",
    access: mayRead,
    summary: "What went back, why and when",
    tags,
    query: MoneyReportQuery,
    response: RefundsReport,
    handler: (ctx, { query }) => readRefunds(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/tips",
    access: mayRead,
    summary: "Tips by chef and period",
    tags,
    query: MoneyReportQuery,
    response: TipsReport,
    handler: (ctx, { query }) => readTips(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/reports/sales-tax",
    access: mayRead,
    summary: "Sales tax by jurisdiction and period",
    tags,
    query: MoneyReportQuery,
    response: SalesTaxReport,
    handler: (ctx, { query }) => readSalesTax(ctx, query),
  }),
  fileRoute("/v1/reports/receivables", z.object({}), receivablesFile),
  fileRoute("/v1/reports/deposits", z.object({}), depositsFile),
  fileRoute("/v1/reports/refunds", MoneyReportQuery, refundsFile),
  fileRoute("/v1/tips", MoneyReportQuery, tipsFile),
  fileRoute("/v1/reports/sales-tax", MoneyReportQuery, salesTaxFile),
  ...statementRoutes,
]
