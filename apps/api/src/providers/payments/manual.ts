import { and, asc, desc, eq, gte } from "drizzle-orm"
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres"
import type { Pool } from "pg"
import { AppError } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import type { Clock, Temporal } from "#platform/time.ts"
import { manualPages, manualRefunds } from "#providers/payments/manual-tables.ts"
import type {
  CheckoutRequest,
  Payments,
  ProviderCheckout,
  ProviderPayment,
  ProviderRefund,
  RefundRequest,
} from "#providers/payments/port.ts"

/** One way to pay, in the words of the setting: `Zelle` and to whom. */
export interface PaymentWay {
  name: string
  how: string
}

/** What somebody pays, as the page that shows how says it. */
export interface ManualPage {
  checkoutId: string
  amountCents: number
  title: string
  status: "open" | "received" | "expired"
  ways: readonly PaymentWay[]
  expiresAt: Temporal.Instant
  successUrl: string
  cancelUrl: string
}

/** What our own people do where a card provider would do it. Every call repeats safely. */
export interface ManualDesk {
  /** @throws AppError "payment-refused" for an unknown page, as every function here. */
  readPage(pageId: string): Promise<ManualPage>
  /** The money is in, on an open page or after its time. */
  receive(pageId: string, method: ProviderPayment["method"]): Promise<void>
  /** A refund was sent back. */
  giveBack(refundId: string): Promise<void>
}

export interface ManualOptions {
  pool: Pool
  clock: Clock
  ways: readonly PaymentWay[]
  /** Address of the site that shows the page. */
  siteUrl: string
  /** With which the page's link is signed. */
  secret: string
}

type Database = NodePgDatabase<Record<string, never>>
type PageRow = typeof manualPages.$inferSelect
type RefundRow = typeof manualRefunds.$inferSelect

/**
 * Payments without a card provider: the hosted page is our own and says how to pay, our people mark what came and
 * what they sent back. It keeps its state apart from the books, as a provider elsewhere would, so that everything
 * behind the port takes the same way.
 */
export function createManualPayments(options: ManualOptions): { payments: Payments; desk: ManualDesk } {
  const desk = new ManualPayments(options)
  return { payments: desk, desk }
}

class ManualPayments implements Payments, ManualDesk {
  readonly name = "manual"
  // Money that is sent by hand takes days.
  readonly pageLife = { shortestMinutes: 31, longestHours: 14 * 24 }
  readonly keptCards = null
  readonly verifyWebhook = null
  readonly #options: ManualOptions
  readonly #db: Database

  constructor(options: ManualOptions) {
    this.#options = options
    this.#db = drizzle(options.pool)
  }

  async createCheckout(request: CheckoutRequest): Promise<ProviderCheckout> {
    const { checkoutId, amountCents, title, successUrl, cancelUrl, expiresAt } = request
    const id = `manual_${checkoutId}`
    const createdAt = this.#options.clock.now()
    await this.#db
      .insert(manualPages)
      .values({
        id,
        checkoutId,
        amountCents,
        title,
        successUrl,
        cancelUrl,
        expiresAt,
        createdAt,
        status: "open",
      })
      .onConflictDoNothing()
    return this.readCheckout(id)
  }

  async readCheckout(id: string): Promise<ProviderCheckout> {
    return this.#toCheckout(await this.#page(id))
  }

  async listCheckouts(since: Temporal.Instant): Promise<ProviderCheckout[]> {
    const rows = await this.#db
      .select()
      .from(manualPages)
      .where(gte(manualPages.createdAt, since))
      .orderBy(desc(manualPages.createdAt))
    return rows.map((row) => this.#toCheckout(row))
  }

  async expireCheckout(id: string): Promise<void> {
    await this.#db
      .update(manualPages)
      .set({ status: "closed" })
      .where(and(eq(manualPages.id, id), eq(manualPages.status, "open")))
  }

  async readPayment(id: string): Promise<ProviderPayment> {
    const page = await this.#page(id)
    const refunds = await this.#db
      .select()
      .from(manualRefunds)
      .where(eq(manualRefunds.pageId, id))
      .orderBy(asc(manualRefunds.createdAt))
    return toPayment(page, refunds)
  }

  async refund({ refundId, paymentId, amountCents }: RefundRequest): Promise<ProviderRefund> {
    return this.#db.transaction(async (transaction) => {
      const [page] = await transaction
        .select()
        .from(manualPages)
        .where(eq(manualPages.id, paymentId))
        .for("update")
      if (page?.status !== "received") throw refused(`There is no money of ${paymentId} to return.`)
      const made = await transaction.select().from(manualRefunds).where(eq(manualRefunds.pageId, paymentId))
      const known = made.find((refund) => refund.refundId === refundId)
      if (known) return toRefund(known)
      const leftCents = page.amountCents - made.reduce((sum, refund) => sum + refund.amountCents, 0)
      if (amountCents > leftCents) throw refused("This is more than what is left of the payment.")
      const createdAt = this.#options.clock.now()
      const [row] = await transaction
        .insert(manualRefunds)
        .values({
          id: `manual_${refundId}`,
          refundId,
          pageId: paymentId,
          amountCents,
          createdAt,
          status: "requested",
        })
        .returning()
      if (!row) throw new Error(`The refund ${refundId} was not written.`)
      return toRefund(row)
    })
  }

  async readPage(pageId: string): Promise<ManualPage> {
    const row = await this.#page(pageId)
    return { ...row, ways: this.#options.ways, status: this.#statusOf(row) }
  }

  async receive(pageId: string, method: ProviderPayment["method"]): Promise<void> {
    const page = await this.#page(pageId)
    if (page.status === "received") return
    await this.#db.update(manualPages).set({ status: "received", method }).where(eq(manualPages.id, pageId))
  }

  async giveBack(refundId: string): Promise<void> {
    const marked = await this.#db
      .update(manualRefunds)
      .set({ status: "returned" })
      .where(eq(manualRefunds.refundId, refundId))
      .returning({ id: manualRefunds.id })
    if (marked.length === 0) throw refused(`There is no refund ${refundId}.`)
  }

  async #page(id: string): Promise<PageRow> {
    const [row] = await this.#db.select().from(manualPages).where(eq(manualPages.id, id))
    if (!row) throw refused(`There is no payment page ${id}.`)
    return row
  }

  #statusOf(row: PageRow): "open" | "received" | "expired" {
    if (row.status === "received") return "received"
    const isOver = row.expiresAt.epochMilliseconds <= this.#options.clock.now().epochMilliseconds
    return row.status === "closed" || isOver ? "expired" : "open"
  }

  #toCheckout(row: PageRow): ProviderCheckout {
    const status = this.#statusOf(row)
    const { siteUrl, secret } = this.#options
    return {
      id: row.id,
      checkoutId: row.checkoutId,
      status: status === "received" ? "complete" : status,
      url: status === "open" ? `${siteUrl}/pay-by-hand/${signLink(secret, "by-hand", row.id)}` : null,
      paymentId: status === "received" ? row.id : null,
      expiresAt: row.expiresAt,
    }
  }
}

function toPayment(page: PageRow, refunds: RefundRow[]): ProviderPayment {
  const isReceived = page.status === "received"
  return {
    id: page.id,
    checkoutId: page.checkoutId,
    paymentId: null,
    status: isReceived ? "succeeded" : "requires_payment",
    amountCents: page.amountCents,
    currency: "USD",
    failureMessage: null,
    method: page.method ?? "bank_transfer",
    isProofNeeded: false,
    card: null,
    customerId: null,
    methodId: null,
    feeCents: isReceived ? 0 : null,
    refunds: refunds.map(toRefund),
  }
}

function toRefund(row: RefundRow): ProviderRefund {
  return {
    id: row.id,
    refundId: row.refundId,
    amountCents: row.amountCents,
    status: row.status === "returned" ? "succeeded" : "requested",
    reason: row.status === "returned" ? null : "A person returns it by hand.",
  }
}

function refused(message: string): AppError {
  return new AppError("unprocessable", "payment-refused", message)
}
