import { menuChanged } from "#modules/catalog/index.ts"
import { chefReplaced } from "#modules/crew/index.ts"
import { inTransaction } from "#platform/database/database.ts"
import { on } from "#platform/jobs/events.ts"
import { defineModule } from "#platform/module.ts"
import { assignmentRoutes } from "./assignments/routes.ts"
import { followCrew } from "./assignments/settle-crew.ts"
import { changeOrderRoutes } from "./change-orders/routes.ts"
import { bookingClock } from "./clock/follow-clock.ts"
import { detailRoutes } from "./details/routes.ts"
import { expireHoldJob } from "./end-hold.ts"
import { askForMenuConflicts } from "./guests/menu-conflicts.ts"
import { guestRoutes } from "./guests/routes.ts"
import { lifeRoutes } from "./life-routes.ts"
import { noShowRoutes } from "./no-show/routes.ts"
import { paperRoutes } from "./papers/routes.ts"
import { partyRoutes } from "./party-routes.ts"
import { bookingPersonalData } from "./personal-data.ts"
import { pricingRoutes } from "./pricing/routes.ts"
import { publicRoutes } from "./public-routes.ts"
import { quoteRoutes } from "./quote-routes.ts"
import { sendQuoteMail } from "./send-quote.ts"
import { bookingRoutes } from "./staff-routes.ts"
import { waitlistRoutes } from "./waitlist/routes.ts"
import { waitlistSubscriptions } from "./waitlist/subscriptions.ts"
import { weatherRoutes } from "./weather/routes.ts"

export { type AdvanceBooking, advanceBooking } from "./advance-booking.ts"
export { acceptAssignment, declineAssignment } from "./assignments/respond.ts"
export { checkIn, completeAssignment } from "./assignments/work-party.ts"
export { bookForCustomer, holdForCustomer } from "./book-for-customer.ts"
export { cancelBooking, previewCancellation } from "./cancel-booking.ts"
export { changeGuests } from "./change-guests.ts"
export { acceptChange } from "./change-orders/decide-change.ts"
export { proposeChange } from "./change-orders/propose-change.ts"
export { readChangeOrder } from "./change-orders/read-change-orders.ts"
export { type Confirmation, confirmBookingFromHold, recordBookingPayment } from "./confirm-booking.ts"
export { type ConversionCount, countConversion, selectBookingStations } from "./count-conversion.ts"
export { expireHold, releaseHold } from "./end-hold.ts"
export {
  balanceReminderDue,
  bookingCancelled,
  bookingCompleted,
  bookingConfirmed,
  bookingLocked,
  bookingNoShow,
  bookingRescheduled,
  bookingSettled,
  bookingStarted,
  cancellationRefused,
  cancellationRequested,
  changeAccepted,
  changeOffered,
  holdExpired,
  hostThanked,
  waitlistOffered,
  weatherHoldEnded,
  weatherHoldStarted,
} from "./events.ts"
export { explainAvailability, findNextStarts } from "./explain-availability.ts"
export { findAvailability } from "./find-availability.ts"
export { findBookings, readToday } from "./find-bookings.ts"
export { findLapsedQuotes } from "./find-lapsed-quotes.ts"
export { findQuotes } from "./find-quotes.ts"
export { formatStart } from "./format-start.ts"
export { checkAddress, checkServiceArea, travelFee } from "./locate-party.ts"
export { type BookingMoney, findDueBalances, lockBookingMoney } from "./lock-money.ts"
export { attachPhoto } from "./no-show/attach-photo.ts"
export { decideNoShow } from "./no-show/decide-no-show.ts"
export { reportNoShow } from "./no-show/report-no-show.ts"
export { describeMoment } from "./papers/describe-party.ts"
export { readLetterhead } from "./papers/letterhead.ts"
export { setPaymentPlan } from "./payment-plan/set-payment-plan.ts"
export { placeHold } from "./place-hold.ts"
export { quoteParty } from "./quote-party.ts"
export { findBookingsOfCustomer, readBooking, readBookingForCustomer } from "./read-booking.ts"
export { type HoldForPayment, readHold, readHoldForPayment } from "./read-hold.ts"
export {
  findPartiesOfMoney,
  findUnpaidParties,
  type PartyOfMoney,
  selectBookingMonths,
} from "./read-money-facts.ts"
export { type PartyProof, readPartyProof } from "./read-party-proof.ts"
export { readPublicConfig } from "./read-public-config.ts"
export { explainQuote, readQuote } from "./read-quote.ts"
export { readQuoteStory } from "./read-quote-story.ts"
export { readHistory } from "./record-transition.ts"
export { rescheduleBooking } from "./reschedule-booking.ts"
export { findRescheduleOptions } from "./reschedule-options.ts"
export { jurisdictionOf } from "./rules/price-tax.ts"
export { signAgreement } from "./sign-agreement.ts"
export { resolveWeatherHold } from "./weather/resolve-weather-hold.ts"
export { startWeatherHold } from "./weather/start-weather-hold.ts"
export { writeCalendarFile } from "./write-calendar-file.ts"

export const bookingModule = defineModule({
  name: "booking",
  personalData: bookingPersonalData,
  feature: "FEATURE_CORE_API",
  routes: [
    ...publicRoutes,
    ...partyRoutes,
    ...bookingRoutes,
    ...detailRoutes,
    ...quoteRoutes,
    ...guestRoutes,
    ...paperRoutes,
    ...pricingRoutes,
    ...lifeRoutes,
    ...weatherRoutes,
    ...changeOrderRoutes,
    ...assignmentRoutes,
    ...noShowRoutes,
    ...waitlistRoutes,
  ],
  jobs: [sendQuoteMail, expireHoldJob],
  schedules: [bookingClock],
  subscriptions: [
    on(chefReplaced, "follow-crew", (ctx, { bookingId }) =>
      inTransaction(ctx, (ctx) => followCrew(ctx, bookingId)),
    ),
    on(menuChanged, "ask-for-conflicts", askForMenuConflicts),
    ...waitlistSubscriptions,
  ],
})
