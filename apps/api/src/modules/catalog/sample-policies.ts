import type { PolicyKey, PolicyParameters } from "@myhibachi/contract/catalog"

type Sample = {
  [Key in PolicyKey]: { title: string; text: string; parameters: NonNullable<PolicyParameters[Key]> }
}

/** The sample business's rules, version 1. */
export const SAMPLE_POLICIES: Sample = {
  deposit: {
    title: "Deposit",
    text: "A fixed deposit of $100.00 books the party. It is credited to the balance. When the party starts in less than 72 hours, the whole amount is paid at booking.",
    parameters: { amountCents: 100_00, isCreditedToBalance: true, fullPaymentUnderHours: 72 },
  },
  hold: {
    title: "Holding a start",
    text: "A start is held for you for 2 hours to sign the agreement. From your signature you have 4 hours to pay the deposit. After that the start is free for others again.",
    parameters: { signWithinMinutes: 120, payWithinMinutes: 240 },
  },
  balance: {
    title: "Balance",
    text: "The balance is due 48 hours before the start. We remind you 72 and 48 hours before. A balance that is still open 24 hours before the start never cancels the party by itself: one of us calls you.",
    parameters: { dueHoursBefore: 48, reminderHoursBefore: [72, 48], staffTaskHoursBefore: 24 },
  },
  payment: {
    title: "Ways to pay",
    text: "Cards are paid on our secure payment page. Cash, Zelle and checks count once our staff have recorded them.",
    parameters: { online: ["card"], recordedByStaff: ["cash", "zelle", "check"] },
  },
  cancellation: {
    title: "Cancelling",
    text: "Cancel 7 days (168 hours) or more before the start and the deposit is refunded in full. Later than that the deposit is kept, and a balance that was paid is returned. When we have to cancel, everything goes back at once and a person calls you. Refunds go to the original means of payment within 10 business days.",
    parameters: { fullRefundHoursBefore: 168, refundBusinessDays: 10 },
  },
  reschedule: {
    title: "Moving the party",
    text: "The first move to another date or time is free when it is made 48 hours or more before the start. Any further move costs $100.00. Moving the start by up to 60 minutes within the same slot is not a move in this sense. Inside 48 hours only a person can move the party: call or write to us.",
    parameters: { freeMoves: 1, feeCents: 100_00, selfServiceHoursBefore: 48, sameSlotMinutes: 60 },
  },
  head_count: {
    title: "Head count and choices",
    text: "The number of guests, their choices and upgrades may change until 48 hours before the start.",
    parameters: { closesHoursBefore: 48 },
  },
  guests: {
    title: "Guests",
    text: "Guests of 13 and older are adults, from 6 to 12 children, and little ones of 5 and younger eat free: they eat along from rice and vegetables and choose no protein. What counts is the age on the day of the party. Every other guest chooses two proteins and may take one of them twice. Sake is for guests of 21 and older.",
    parameters: {
      adultFromAge: 13,
      childFromAge: 6,
      drinkFromAge: 21,
      proteinsPerGuest: 2,
      minimumAdults: 1,
      maximumGuests: 500,
    },
  },
  weather: {
    title: "Rain",
    text: "The chef cooks outdoors, so for rain the host provides overhead cover. Without cover the party is moved or the deposit is kept. A move because of the weather is free and does not use up the free move.",
    parameters: {
      coverProvidedBy: "host",
      isMoveFree: true,
      decideWithinHours: 24,
      decideHoursBefore: 6,
    },
  },
  tipping: {
    title: "Tips",
    text: "A tip is voluntary and goes to the chef. We suggest 20, 25 or 30 percent of food and travel before tax. A tip is never part of the tax.",
    parameters: { suggestedPercents: [20, 25, 30], isVoluntary: true },
  },
  quote: {
    title: "Quotes",
    text: "A quote is valid for 72 hours. Amounts are before tax unless they say otherwise; the quote shows the tax as its own line.",
    parameters: { expiresAfterHours: 72 },
  },
  scheduling: {
    title: "Starts and duration",
    text: "Parties start at 12:00, 15:00, 18:00 or 21:00 local time; a start can move by up to 60 minutes either way in steps of 15 minutes. Book at least 48 hours ahead. The start is when cooking begins; the chef arrives 30 minutes earlier to set up. One chef cooks for up to 30 guests, one more for each further 30 or part of it. Cooking takes 90 minutes for up to 20 guests per chef and 15 minutes more for each further 10 or part of it; packing up takes 30 minutes.",
    parameters: {
      starts: ["12:00", "15:00", "18:00", "21:00"],
      movableMinutes: 60,
      stepMinutes: 15,
      leadHours: 48,
      bookableDays: 365,
      guestsPerChef: 30,
      setUpMinutes: 30,
      serviceMinutes: 90,
      serviceGuests: 20,
      furtherServiceMinutes: 15,
      furtherServiceGuests: 10,
      packDownMinutes: 30,
    },
  },
  host: {
    title: "What you provide",
    text: "You provide tables, chairs, plates, cutlery and a clear area of 8 by 6 feet, outdoors or well ventilated, 10 feet from anything that burns. The chef brings the grill and the food.",
    parameters: { provides: ["tables", "chairs", "plates", "cutlery"], areaFeet: [8, 6], clearanceFeet: 10 },
  },
  service_charge: {
    title: "Service charge",
    text: "There is no mandatory service charge. A tip is up to you.",
    parameters: { basisPoints: 0, on: "food", fromGuests: 0 },
  },
}

export const SAMPLE_BUSINESS = {
  id: "business",
  name: "MyHibachi",
  email: "hello@myhibachi.example",
  phone: "+1 510-555-0142",
  website: "https://myhibachi.example",
  currency: "USD" as const,
  kitchenNotices: [
    "Everything is cooked on one shared grill, so traces of any ingredient can reach any dish.",
    "No recipe contains tree nuts or peanuts; we do not promise that a dish is free from traces of nuts.",
    "Proteins are cooked in butter unless you ask us to leave it out.",
  ],
}
