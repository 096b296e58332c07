import type { PolicyKey, PolicyText } from "@myhibachi/contract/catalog"
import { formatMoney, type Money } from "@myhibachi/contract/money"
import type { Quote } from "@myhibachi/contract/quote"
import { policiesById } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { drawPaper, EMBER, type Paper, SOFT } from "#platform/documents/paper.ts"
import { drawFacts, drawTable, drawTotals, type TableRow } from "#platform/documents/paper-parts.ts"
import { Temporal } from "#platform/time.ts"
import { readQuote, requireQuote } from "../read-quote.ts"
import { describeGuests, describeMoment, zoneOf } from "./describe-party.ts"
import { readLetterhead } from "./letterhead.ts"

const ON_PAPER: readonly PolicyKey[] = [
  "deposit",
  "balance",
  "cancellation",
  "reschedule",
  "head_count",
  "weather",
  "host",
  "tipping",
]

interface QuotePaper {
  quote: Quote
  customerName: string | null
  policies: PolicyText[]
  timeZone: string
  url: string
}

/**
 * Writes one revision of a quote as a PDF: the same revision is the same file, byte for byte.
 * @throws AppError "quote-not-found".
 */
export async function writeQuotePaper(
  ctx: Context,
  input: { quoteId: string; revision?: number | undefined },
): Promise<Buffer> {
  const stored = await requireQuote(ctx, input)
  const quote = await readQuote(ctx, input)
  const { texts } = await policiesById(ctx, stored.revision.inputs.policyIds)
  const content: QuotePaper = {
    quote,
    customerName: stored.quote.customerName,
    policies: ON_PAPER.flatMap((key) => texts.filter((policy) => policy.key === key)),
    timeZone: await zoneOf(ctx, quote),
    url: `${ctx.services.config.CUSTOMER_URL}/quote/${quote.token}`,
  }
  return drawPaper(
    {
      title: `Quote ${quote.id}, revision ${quote.revision}`,
      createdAt: Temporal.Instant.from(quote.createdAt),
      letterhead: await readLetterhead(ctx),
      footer: `Quote ${quote.id}, revision ${quote.revision} · prices version ${quote.versions.priceBook}\nReplay hash ${quote.hash}`,
    },
    (paper) => drawQuote(paper, content),
  )
}

function drawQuote(paper: Paper, content: QuotePaper): void {
  const { quote, timeZone } = content
  paper.text("Your hibachi party", { size: 22, isBold: true })
  paper.skip(2)
  paper.text(`This price is yours until ${describeMoment(quote.expiresAt, timeZone)}.`, { color: SOFT })
  paper.skip(12)
  drawFacts(paper, factsOf(content))
  paper.skip(6)
  drawTable(
    paper,
    [
      { title: "What", share: 0.6 },
      { title: "Quantity", share: 0.11, isNumber: true },
      { title: "Each", share: 0.13, isNumber: true },
      { title: "Amount", share: 0.16, isNumber: true },
    ],
    quote.lines.filter(({ kind }) => kind !== "tax").map(rowOf),
  )
  drawTotals(paper, totalsOf(quote))
  drawPayment(paper, content)
  drawPolicies(paper, content.policies)
}

function factsOf({ quote, customerName, timeZone }: QuotePaper): [string, string][] {
  const start = quote.startsAt ? describeMoment(quote.startsAt, timeZone) : (quote.date ?? "Still to choose")
  const minutes = quote.durations.serviceMinutes
  return [
    ...(customerName ? [["For", customerName] as [string, string]] : []),
    ["When", start],
    ["Where", quote.place?.formatted ?? "Still to tell"],
    ["Guests", describeGuests(quote.guests)],
    [
      "Chefs",
      `${quote.chefs === 1 ? "1 chef" : `${quote.chefs} chefs`}, about ${minutes} minutes of cooking; set-up ${quote.durations.setUpMinutes} minutes before`,
    ],
    ["Written", describeMoment(quote.createdAt, timeZone)],
  ]
}

function rowOf(line: Quote["lines"][number]): TableRow {
  return {
    cells: [
      line.title,
      line.quantity === null ? "" : String(line.quantity),
      line.unitPrice ? formatMoney(line.unitPrice) : "",
      formatMoney(line.amount),
    ],
    detail: line.explanation,
  }
}

function totalsOf(quote: Quote): [string, string][] {
  const taxes = quote.lines.filter(({ kind }) => kind === "tax")
  return [
    ["Before tax", formatMoney(quote.beforeTax)],
    ...(taxes.length > 0
      ? taxes.map(({ title, amount }): [string, string] => [title, formatMoney(amount)])
      : [["Tax", "not in this price yet"] as [string, string]]),
    ["Total", formatMoney(quote.total)],
  ]
}

function drawPayment(paper: Paper, { quote, timeZone, url }: QuotePaper): void {
  paper.heading("How it goes on")
  const money = (amount: Money) => formatMoney(amount)
  const due = quote.isFullPaymentDue
    ? `The start is close, so the whole ${money(quote.dueAtBooking)} is paid at booking.`
    : `${money(quote.dueAtBooking)} books the party; ${money(quote.balance)} remain${
        quote.balanceDueAt ? `, due ${describeMoment(quote.balanceDueAt, timeZone)}` : ""
      }.`
  paper.text(due)
  const tips = quote.suggestedTips.map(({ percent, amount }) => `${percent} % ${money(amount)}`).join(", ")
  paper.text(`A tip is up to you and goes to the chef; usual are ${tips}.`, { color: SOFT })
  for (const { detail } of quote.missing) paper.text(`Still open: ${detail}`, { color: EMBER })
  paper.skip(4)
  paper.text("See, change or book it here:", { color: SOFT })
  paper.text(url, { color: EMBER, size: 9, link: url })
}

function drawPolicies(paper: Paper, policies: readonly PolicyText[]): void {
  if (policies.length === 0) return
  paper.heading("The rules in short")
  const column = 118
  for (const policy of policies) {
    const words = shortWords(policy.text)
    const height = paper.measure(words, paper.width - column, { size: 9 })
    paper.keep(height + 4)
    paper.write(policy.title, paper.left, paper.y, column - 10, { size: 9, isBold: true })
    paper.write(words, paper.left + column, paper.y, paper.width - column, { size: 9, color: SOFT })
    paper.skip(height + 4)
  }
}

/** The first two sentences; the whole text is on the site. */
function shortWords(text: string): string {
  return text
    .split(/(?<=[.!?])\s+(?=[A-Z])/)
    .slice(0, 2)
    .join(" ")
}
