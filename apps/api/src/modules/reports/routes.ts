import { ConversionReport, ReportQuery, RevenueReport, UtilisationReport } from "@myhibachi/contract/reports"
import { access, defineRoute } from "#platform/http/route.ts"
import { readConversion } from "./read-conversion.ts"
import { readRevenue } from "./read-revenue.ts"
import { reportUtilisation } from "./read-utilisation.ts"
import { type ReportName, writeReportFile } from "./write-report-file.ts"

const tags = ["Reports"]
const mayRead: Record<ReportName, string> = {
  revenue: "payments:read",
  utilisation: "crew:read",
  conversion: "quotes:read",
}

const fileRoute = (name: ReportName) =>
  defineRoute({
    method: "GET",
    path: `/v1/reports/${name}/csv`,
    access: access.staff(mayRead[name]),
    summary: `The table of the report ${name} as CSV`,
    tags,
    query: ReportQuery,
    handler: async (ctx, { query, reply }) => {
      reply.header("content-disposition", `attachment; filename="${name}-${query.from}-to-${query.to}.csv"`)
      return reply.type("text/csv; charset=utf-8").send(await writeReportFile(ctx, name, query))
    },
  })

export const reportRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/reports/revenue",
    access: access.staff(mayRead.revenue),
    summary: "What was earned and what came in, from the ledger",
    tags,
    query: ReportQuery,
    response: RevenueReport,
    handler: (ctx, { query }) => readRevenue(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/reports/utilisation",
    access: access.staff(mayRead.utilisation),
    summary: "How much of the chefs' offered hours is worked",
    tags,
    query: ReportQuery,
    response: UtilisationReport,
    handler: (ctx, { query }) => reportUtilisation(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/reports/conversion",
    access: access.staff(mayRead.conversion),
    summary: "From quote over hold to booking, and why not",
    tags,
    query: ReportQuery,
    response: ConversionReport,
    handler: (ctx, { query }) => readConversion(ctx, query),
  }),
  fileRoute("revenue"),
  fileRoute("utilisation"),
  fileRoute("conversion"),
]
