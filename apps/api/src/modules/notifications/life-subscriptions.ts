import {
  balanceReminderDue,
  cancellationRefused,
  cancellationRequested,
  changeAccepted,
  changeOffered,
  hostThanked,
  readChangeOrder,
  readHold,
  readHoldForPayment,
  waitlistOffered,
  weatherHoldEnded,
  weatherHoldStarted,
} from "#modules/booking/index.ts"
import { sendMail } from "#modules/mail/index.ts"
import { on } from "#platform/jobs/events.ts"
import { balanceMail, thanksMail } from "./balance-mails.ts"
import { describeBooking } from "./describe-booking.ts"
import {
  cancelAskedMail,
  changeAcceptedMail,
  changeOfferedMail,
  coveredMail,
  stillBookedMail,
  waitlistMail,
  weatherMail,
} from "./life-mails.ts"

const remind = on(balanceReminderDue, "mail-balance", async (ctx, { bookingId, hoursBefore }) => {
  const about = await describeBooking(ctx, bookingId)
  // Who has paid since, or has cancelled, is not reminded.
  if (about && about.booking.owed.amount > 0) await sendMail(ctx, balanceMail(about, hoursBefore))
})

const thank = on(hostThanked, "mail-thanks", async (ctx, { bookingId, asksForReview }) => {
  const about = await describeBooking(ctx, bookingId)
  if (about) await sendMail(ctx, thanksMail(about, asksForReview, `${ctx.services.config.CUSTOMER_URL}/chat`))
})

const wait = on(weatherHoldStarted, "mail-weather", async (ctx, { bookingId, decideBy }) => {
  const about = await describeBooking(ctx, bookingId)
  if (about) await sendMail(ctx, weatherMail(about, decideBy))
})

const cover = on(weatherHoldEnded, "mail-covered", async (ctx, { bookingId, outcome }) => {
  const about = outcome === "covered" ? await describeBooking(ctx, bookingId) : null
  if (about) await sendMail(ctx, coveredMail(about))
})

const ask = on(cancellationRequested, "mail-cancel-asked", async (ctx, { bookingId }) => {
  const about = await describeBooking(ctx, bookingId)
  if (about) await sendMail(ctx, cancelAskedMail(about))
})

const keep = on(cancellationRefused, "mail-still-booked", async (ctx, { bookingId, by, note }) => {
  const about = await describeBooking(ctx, bookingId)
  if (about) await sendMail(ctx, stillBookedMail(about, by, note))
})

const offer = on(changeOffered, "mail-change-offered", async (ctx, { bookingId, changeOrderId }) => {
  const about = await describeBooking(ctx, bookingId)
  const order = await readChangeOrder(ctx, { changeOrderId })
  // What was answered or replaced in the meantime is not offered any more.
  if (!about || order.status !== "offered") return
  await sendMail(
    ctx,
    changeOfferedMail(about, order, `${ctx.services.config.CUSTOMER_URL}/change/${order.token}`),
  )
})

const accept = on(changeAccepted, "mail-change-accepted", async (ctx, { bookingId, changeOrderId }) => {
  const about = await describeBooking(ctx, bookingId)
  if (about) await sendMail(ctx, changeAcceptedMail(about, await readChangeOrder(ctx, { changeOrderId })))
})

const invite = on(waitlistOffered, "mail-waitlist-offer", async (ctx, { holdId }) => {
  const { email } = await readHoldForPayment(ctx, { holdId })
  const hold = await readHold(ctx, { holdId })
  // A start that was taken or given back in the meantime is not offered any more.
  if (!email || hold.status !== "held") return
  await sendMail(ctx, waitlistMail(hold, email, `${ctx.services.config.CUSTOMER_URL}/hold/${hold.token}`))
})

/** The letters of a booking's life between the confirmation and the day after the party. */
export const lifeSubscriptions = [remind, thank, wait, cover, ask, keep, offer, accept, invite]
