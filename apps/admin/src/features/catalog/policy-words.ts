import type { PolicyKey } from "@myhibachi/contract/catalog"

export const policyKeyTitle: Record<PolicyKey, string> = {
  deposit: "Deposit",
  hold: "Holding a start",
  balance: "Balance",
  payment: "Ways to pay",
  cancellation: "Cancelling",
  reschedule: "Moving the party",
  head_count: "Head count",
  guests: "Guests and ages",
  weather: "Rain",
  tipping: "Tips",
  quote: "Quotes",
  scheduling: "Starts and duration",
  host: "What the host provides",
  service_charge: "Service charge",
}

/** How a parameter is typed: the kind decides the field, the label says what it decides, in plain words. */
export interface ParameterWords {
  label: string
  kind: "count" | "cents" | "percent" | "yes-no" | "counts" | "words"
  unit?: string
  /** The words for each value of a choice. */
  choices?: Record<string, string>
}

const hours = (label: string): ParameterWords => ({ label, kind: "count", unit: "hours" })
const minutes = (label: string): ParameterWords => ({ label, kind: "count", unit: "minutes" })
const count = (label: string, unit = ""): ParameterWords => ({ label, kind: "count", unit })
const yesNo = (label: string): ParameterWords => ({ label, kind: "yes-no" })
const dollars = (label: string): ParameterWords => ({ label, kind: "cents", unit: "dollars" })

export const parameterWords: Record<PolicyKey, Record<string, ParameterWords>> = {
  deposit: {
    amountCents: dollars("Deposit that books a party"),
    isCreditedToBalance: yesNo("The deposit counts towards the balance"),
    fullPaymentUnderHours: hours("The whole amount is paid at booking when the party starts in less than"),
  },
  hold: {
    signWithinMinutes: minutes("A start is held for the signature for"),
    payWithinMinutes: minutes("After the signature there are for paying"),
  },
  balance: {
    dueHoursBefore: hours("The balance is due before the start by"),
    reminderHoursBefore: { label: "Reminders go out before the start by", kind: "counts", unit: "hours" },
    staffTaskHoursBefore: hours("An open balance becomes a task for staff before the start by"),
  },
  payment: {
    online: { label: "Customers pay online by", kind: "words" },
    recordedByStaff: { label: "Staff record payments by", kind: "words" },
  },
  cancellation: {
    fullRefundHoursBefore: hours("The deposit goes back in full when cancelled before the start by at least"),
    refundBusinessDays: count("Refunds arrive within", "business days"),
  },
  reschedule: {
    freeMoves: count("Moves that are free", "moves"),
    feeCents: dollars("Each further move costs"),
    selfServiceHoursBefore: hours("Customers can move by themselves until before the start"),
    sameSlotMinutes: minutes("A shift within the same slot is no move up to"),
  },
  head_count: { closesHoursBefore: hours("Guests and choices can change until before the start") },
  guests: {
    adultFromAge: count("Adults are", "years and older"),
    childFromAge: count("Children are", "years and older"),
    drinkFromAge: count("Sake is served to guests of", "years and older"),
    proteinsPerGuest: count("Each guest chooses", "proteins"),
    minimumAdults: count("A party needs at least", "adults"),
    maximumGuests: count("A party has at most", "guests"),
  },
  weather: {
    coverProvidedBy: {
      label: "Cover against rain is provided by",
      kind: "words",
      choices: { host: "the host", company: "us" },
    },
    isMoveFree: yesNo("A move because of the weather is free"),
  },
  tipping: {
    suggestedPercents: { label: "Screens suggest tips of", kind: "counts", unit: "percent" },
    isVoluntary: yesNo("A tip is voluntary"),
  },
  quote: { expiresAfterHours: hours("A quote is valid for") },
  scheduling: {
    starts: { label: "Parties start at (local times)", kind: "words" },
    movableMinutes: minutes("A start can move either way by"),
    stepMinutes: minutes("Starts move in steps of"),
    leadHours: hours("A party is booked ahead at least"),
    bookableDays: count("Parties can be booked ahead up to", "days"),
    guestsPerChef: count("One chef cooks for up to", "guests"),
    setUpMinutes: minutes("Setting up takes"),
    serviceMinutes: minutes("Cooking takes"),
    serviceGuests: count("That is for a chef's first", "guests"),
    furtherServiceMinutes: minutes("For more guests cooking takes longer by"),
    furtherServiceGuests: count("That is for each further", "guests or part of it"),
    packDownMinutes: minutes("Packing up takes"),
  },
  host: {
    provides: { label: "The host provides", kind: "words" },
    areaFeet: { label: "The clear area measures (two figures)", kind: "counts", unit: "feet" },
    clearanceFeet: count("Distance from anything that burns", "feet"),
  },
  service_charge: {
    basisPoints: { label: "A mandatory charge of (0 is none)", kind: "percent", unit: "percent" },
    on: {
      label: "It is reckoned on",
      kind: "words",
      choices: { food: "the food", food_and_travel: "food and travel" },
    },
    fromGuests: count("It is charged for parties from", "guests"),
  },
}
