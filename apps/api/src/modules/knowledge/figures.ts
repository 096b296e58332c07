import type {
  Menu,
  MenuItem,
  PolicyParameters,
  Price,
  PriceBook,
  PublicStation,
} from "@myhibachi/contract/catalog"
import {
  clockText,
  countText,
  durationText,
  hoursText,
  listText,
  milesText,
  minutesText,
  moneyText,
} from "./wording.ts"

/** What the figures of the business come from, all of it data. */
export interface BusinessData {
  parameters: PolicyParameters
  priceBook: PriceBook
  menu: Menu
  stations: readonly PublicStation[]
}

/** @returns the words for every figure that an article may name. */
export function figuresOf(data: BusinessData): Map<string, string> {
  return new Map([
    ...ruleFigures(data.parameters),
    ...scheduleFigures(data.parameters),
    ...priceFigures(data),
    ...menuFigures(data),
  ])
}

function ruleFigures(rules: PolicyParameters): [string, string][] {
  return [
    ["age.adult_from", String(rules.guests.adultFromAge)],
    ["age.child_from", String(rules.guests.childFromAge)],
    ["age.child_to", String(rules.guests.adultFromAge - 1)],
    ["age.free_to", String(rules.guests.childFromAge - 1)],
    ["age.drink_from", String(rules.guests.drinkFromAge)],
    ["deposit.amount", moneyText(rules.deposit.amountCents)],
    ["hold.sign_hours", durationText(rules.hold.signWithinMinutes)],
    ["hold.pay_hours", durationText(rules.hold.payWithinMinutes)],
    ["balance.due_hours", hoursText(rules.balance.dueHoursBefore)],
    ["balance.reminders", listText(rules.balance.reminderHoursBefore.map(hoursText))],
    ["balance.staff_task_hours", hoursText(rules.balance.staffTaskHoursBefore)],
    ["balance.full_payment_hours", hoursText(rules.deposit.fullPaymentUnderHours)],
    ["cancel.full_refund_days", hoursText(rules.cancellation.fullRefundHoursBefore)],
    ["refund.business_days", countText(rules.cancellation.refundBusinessDays, "business day")],
    ["reschedule.free_hours", hoursText(rules.reschedule.selfServiceHoursBefore)],
    ["reschedule.fee", moneyText(rules.reschedule.feeCents)],
    ["headcount.cutoff_hours", hoursText(rules.head_count.closesHoursBefore)],
    ["quote.valid_hours", hoursText(rules.quote.expiresAfterHours)],
    [
      "tip.suggested",
      listText(
        rules.tipping.suggestedPercents.map((percent) => `${percent}%`),
        "or",
      ),
    ],
    ["service_charge.rule", serviceChargeText(rules.service_charge)],
    ["host.provides", listText(rules.host.provides)],
    ["space.feet", `${rules.host.areaFeet[0]} × ${rules.host.areaFeet[1]} ft`],
    ["space.clearance_feet", `${rules.host.clearanceFeet} ft`],
    [
      "menu.protein_count",
      rules.guests.proteinsPerGuest === 2 ? "two" : String(rules.guests.proteinsPerGuest),
    ],
  ]
}

function serviceChargeText(rule: PolicyParameters["service_charge"]): string {
  if (!rule || rule.basisPoints === 0) return "no mandatory service charge"
  const base = rule.on === "food" ? "food" : "food and travel"
  const parties = rule.fromGuests > 1 ? ` for parties of ${rule.fromGuests} guests or more` : ""
  return `a mandatory service charge of ${rule.basisPoints / 100}% of ${base}${parties}, which is not a tip`
}

function scheduleFigures({ scheduling, reschedule }: PolicyParameters): [string, string][] {
  return [
    ["schedule.starts", listText(scheduling.starts.map(clockText))],
    ["schedule.move_minutes", countText(reschedule.sameSlotMinutes, "minute")],
    ["schedule.step_minutes", countText(scheduling.stepMinutes, "minute")],
    ["schedule.lead_hours", hoursText(scheduling.leadHours)],
    ["schedule.setup_minutes", minutesText(scheduling.setUpMinutes)],
    ["schedule.packdown_minutes", minutesText(scheduling.packDownMinutes)],
    ["schedule.service_minutes", minutesText(scheduling.serviceMinutes)],
    ["schedule.service_guests", String(scheduling.serviceGuests)],
    ["schedule.service_step_minutes", minutesText(scheduling.furtherServiceMinutes)],
    ["schedule.service_step_guests", String(scheduling.furtherServiceGuests)],
    ["chefs.guests_per_chef", String(scheduling.guestsPerChef)],
  ]
}

function priceFigures({ priceBook, stations }: BusinessData): [string, string][] {
  const station = stations[0]
  const prices = priceBook.prices.map((price): [string, string] => [
    `price.${price.sku.replaceAll("-", "_")}`,
    moneyText(price.amount.amount),
  ])
  const least = priceBook.prices.find(({ sku }) => sku === "minimum-food")?.amount.amount
  const adult = priceBook.prices.find(({ sku }) => sku === "adult")?.amount.amount
  if (least !== undefined && adult)
    prices.push(["price.minimum_adults", countText(Math.ceil(least / adult), "adult")])
  if (!station) return prices
  return [
    ...prices,
    ["travel.free_miles", milesText(Math.round(station.freeMiles * 100))],
    ["travel.per_mile", moneyText(station.ratePerMile.amount)],
    ["travel.max_miles", milesText(Math.round(station.maximumMiles * 100))],
    ["stations.list", listText(stations.map((each) => `${each.city}, ${each.state}`))],
  ]
}

function menuFigures({ menu, priceBook }: BusinessData): [string, string][] {
  const of = (kind: MenuItem["kind"]) => menu.items.filter((item) => item.kind === kind)
  const sides = [
    ...of("side").map((item) => lower(item.name)),
    of("sauce").length > 0 ? "our house sauces" : "",
  ]
  return [
    ["proteins.list", listText(of("protein").map((item) => lower(item.name)))],
    ["upgrades.list", listText(of("premium_protein").map(pricedName))],
    [
      "addons.list",
      listText(priceBook.prices.filter((price) => price.unit === "per_order").map(pricedOrder)),
    ],
    ["sides.list", listText(sides.filter((name) => name !== ""))],
    ["sake.name", listText(of("drink").map((item) => lower(item.name)))],
    ["sake.title", listText(of("drink").map((item) => item.name))],
  ]
}

function pricedName(item: MenuItem): string {
  return item.price ? `${lower(item.name)} +${moneyText(item.price.amount)}` : lower(item.name)
}

function pricedOrder(price: Price): string {
  return `${lower(price.name)} +${moneyText(price.amount.amount)}`
}

/** @returns an item's name inside a sentence: `NY strip steak` keeps its capitals. */
export function lower(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)
}
