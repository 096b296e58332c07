import Stripe from "stripe"
import type { Config } from "#app/config.ts"
import { AppError } from "#platform/errors.ts"
import type { Temporal } from "#platform/time.ts"
import type {
  ChargeRequest,
  CheckoutRequest,
  Payments,
  ProviderPayment,
  RefundRequest,
} from "#providers/payments/port.ts"
import { answered, connectToStripe, seconds, translate } from "#providers/payments/stripe-connection.ts"
import { toCheckout, toEvent, toPayment, toRefund } from "#providers/payments/stripe-objects.ts"

const SIGNATURE_TOLERANCE_SECONDS = 300
// More than a business of this kind makes in a day; the sweep looks one day back.
const SWEEP_LIMIT = 5_000

/** @returns card payments over Stripe, or undefined when either of its two keys is missing. */
export function createStripePayments(config: Config): Payments | undefined {
  const stripe = connectToStripe(config)
  return stripe && config.STRIPE_WEBHOOK_SECRET
    ? stripePayments(stripe, config.STRIPE_WEBHOOK_SECRET, isLiveKey(config.STRIPE_SECRET_KEY))
    : undefined
}

function isLiveKey(key = ""): boolean {
  return key.startsWith("sk_live_") || key.startsWith("rk_live_")
}

function stripePayments(stripe: Stripe, webhookSecret: string, isLive: boolean): Payments {
  return {
    name: "stripe",
    // Stripe's limits are 30 minutes and 24 hours; the margin is for a request on its way.
    pageLife: { shortestMinutes: 31, longestHours: 23 },
    createCheckout: (request) =>
      answered(() =>
        stripe.checkout.sessions.create(sessionParameters(request), { idempotencyKey: request.checkoutId }),
      ).then(toCheckout),
    readCheckout: (id) => answered(() => stripe.checkout.sessions.retrieve(id)).then(toCheckout),
    listCheckouts: (since) =>
      answered(() =>
        stripe.checkout.sessions
          .list({ created: { gte: seconds(since) }, limit: 100 })
          .autoPagingToArray({ limit: SWEEP_LIMIT }),
      ).then((sessions) => sessions.map(toCheckout)),
    expireCheckout: (id) => expire(stripe, id),
    readPayment: (id) => readPayment(stripe, id),
    keptCards: {
      charge: (request) => charge(stripe, request),
      findCharge: async (request) => {
        const id = await findCharge(stripe, request)
        return id ? readPayment(stripe, id) : null
      },
      remove: (methodId) => removeCard(stripe, methodId),
    },
    refund: (request) =>
      answered(() =>
        stripe.refunds.create(refundParameters(request), { idempotencyKey: request.refundId }),
      ).then(toRefund),
    verifyWebhook: (body, signature, now) =>
      toEvent(verify(stripe, body, signature, webhookSecret, now), isLive),
  }
}

function sessionParameters(request: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const metadata = { checkoutId: request.checkoutId }
  return {
    mode: "payment",
    client_reference_id: request.checkoutId,
    customer_creation: "always",
    ...(request.customerEmail ? { customer_email: request.customerEmail } : {}),
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: request.currency.toLowerCase(),
          unit_amount: request.amountCents,
          product_data: { name: request.title, description: request.description },
        },
      },
    ],
    ...(request.saveCardConsent ? { custom_text: { submit: { message: request.saveCardConsent } } } : {}),
    payment_intent_data: { setup_future_usage: "off_session", description: request.title, metadata },
    metadata,
    expires_at: seconds(request.expiresAt),
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
  }
}

function refundParameters(request: RefundRequest): Stripe.RefundCreateParams {
  return {
    payment_intent: request.paymentId,
    amount: request.amountCents,
    metadata: { refundId: request.refundId },
  }
}

async function readPayment(stripe: Stripe, id: string) {
  const intent = await answered(() =>
    stripe.paymentIntents.retrieve(id, {
      expand: ["latest_charge.balance_transaction", "latest_charge.refunds"],
    }),
  )
  return toPayment(intent, await refundsOf(stripe, intent))
}

/** The refunds that came with the payment; more than come with it are asked for. */
async function refundsOf(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<Stripe.Refund[]> {
  const charge = typeof intent.latest_charge === "object" ? intent.latest_charge : null
  const first = charge?.refunds
  if (first && !first.has_more) return first.data
  if (!charge) return []
  const { data } = await answered(() => stripe.refunds.list({ payment_intent: intent.id, limit: 100 }))
  return data
}

async function charge(stripe: Stripe, request: ChargeRequest): Promise<ProviderPayment> {
  const known = await findCharge(stripe, request)
  if (known) return readPayment(stripe, known)
  try {
    const { id } = await stripe.paymentIntents.create(chargeParameters(request), {
      idempotencyKey: request.paymentId,
    })
    return await readPayment(stripe, id)
  } catch (error) {
    const intent = error instanceof Stripe.errors.StripeCardError ? error.payment_intent : undefined
    if (intent) return readPayment(stripe, intent.id)
    throw translate(error)
  }
}

/** Looks for a charge that was made although its answer was lost: Stripe forgets idempotency keys after a day. */
async function findCharge(
  stripe: Stripe,
  request: Pick<ChargeRequest, "paymentId" | "customerId">,
): Promise<string | undefined> {
  const { data } = await answered(() =>
    stripe.paymentIntents.list({ customer: request.customerId, limit: 100 }),
  )
  return data.find((intent) => intent.metadata.paymentId === request.paymentId)?.id
}

function chargeParameters(request: ChargeRequest): Stripe.PaymentIntentCreateParams {
  return {
    amount: request.amountCents,
    currency: request.currency.toLowerCase(),
    customer: request.customerId,
    payment_method: request.methodId,
    off_session: true,
    confirm: true,
    description: request.description,
    metadata: { paymentId: request.paymentId },
  }
}

async function removeCard(stripe: Stripe, methodId: string): Promise<void> {
  const method = await answered(() => stripe.paymentMethods.retrieve(methodId))
  if (method.customer !== null) await answered(() => stripe.paymentMethods.detach(methodId))
}

async function expire(stripe: Stripe, id: string): Promise<void> {
  const session = await answered(() => stripe.checkout.sessions.retrieve(id))
  if (session.status === "open") await answered(() => stripe.checkout.sessions.expire(id))
}

function verify(stripe: Stripe, body: Buffer, signature: string, secret: string, now: Temporal.Instant) {
  try {
    return stripe.webhooks.constructEvent(
      body,
      signature,
      secret,
      SIGNATURE_TOLERANCE_SECONDS,
      undefined,
      now.epochMilliseconds,
    )
  } catch (error) {
    const message = "The signature does not fit these bytes, or it is older than five minutes."
    throw new AppError("invalid", "webhook-signature-invalid", message, {}, { cause: error })
  }
}
