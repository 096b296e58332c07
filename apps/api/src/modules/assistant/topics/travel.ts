import type { Travel } from "@myhibachi/contract/quote"
import { milesText, moneyText } from "#modules/knowledge/index.ts"
import { myBookingTool } from "../tools/booking-tools.ts"
import { serviceAreaTool, travelFeeTool } from "../tools/party-tools.ts"
import { placeOf } from "../turn/party-request.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { DIFFERENCE } from "./compare-prices.ts"
import { addPassages } from "./passages.ts"
import { asSentence } from "./sentences.ts"

/** The fee to the place or for the miles that were named; otherwise the rule. */
export const travelFeeTo: Gather = async (turn, ask) => {
  if (turn.booking && !turn.newSlots.place && turn.newSlots.distanceMiles === undefined)
    return tellBooked(turn, ask)
  const place = placeOf(turn.slots) ?? turn.booking?.page.place.formatted ?? null
  const miles = turn.newSlots.distanceMiles ?? (place ? undefined : turn.slots.distanceMiles)
  if (!place && miles === undefined) {
    const [station] = turn.business.stations
    if (station && FARTHEST.test(turn.text)) await tellFarthest(turn, station.maximumMiles)
    return
  }
  const distances = distancesIn(turn.text)
  if (distances.length > 1) return tellEachDistance(turn, ask, distances)
  const input = place
    ? { address: { text: place } }
    : { statedMilesHundredths: Math.round((miles ?? 0) * 100) }
  const result = await turn.tools.call(travelFeeTool, input)
  if (!result.ok) {
    turn.book.addFromTool(ask, travelFeeTool.name, asSentence(result.error.message))
    return
  }
  turn.book.addFromTool(ask, travelFeeTool.name, feeSentence(result.output))
  turn.book.addFromTool(
    ask,
    travelFeeTool.name,
    `The fee is charged once per party, one way from the nearest station.`,
    "detail",
  )
}

const MORE_MILES = String.raw`\d{1,3}(?:\.\d{1,2})?`
const MILES = new RegExp(
  String.raw`(?<![\d$.,])\b(${MORE_MILES})(?:[ -]?(?:miles?|mi\b))?(?: (?:or|and|vs\.?|versus|instead of|rather than|not|to|and the other|the other|but)(?: it(?:'s| is)?| maybe| only)* (${MORE_MILES}))?[ -]?(?:miles?|mi\b)`,
  "gi",
)
const INSTEAD = new RegExp(
  String.raw`\b(${MORE_MILES})[ -]?(?:miles?|mi\b),? (?:instead of|rather than|not|or|and the other|vs\.?) (${MORE_MILES})\b(?! ?(?:adults|people|guests|kids))`,
  "gi",
)

/** @returns every distance that is named, in miles: "60 miles instead of 40", "one is 25 and the other 75 miles". */
function distancesIn(text: string): number[] {
  const named = [...text.matchAll(INSTEAD), ...text.matchAll(MILES)].flatMap(([, one, other]) => [one, other])
  return [...new Set(named.flatMap((miles) => (miles === undefined ? [] : [Number(miles)])))]
}

/** The fee for each of several distances, and by how much two of them are apart. */
async function tellEachDistance(turn: Turn, ask: string, distances: readonly number[]): Promise<void> {
  const fees: number[] = []
  for (const miles of distances.slice(0, 4)) {
    const result = await turn.tools.call(travelFeeTool, { statedMilesHundredths: Math.round(miles * 100) })
    turn.book.addFromTool(
      ask,
      travelFeeTool.name,
      result.ok ? feeSentence(result.output) : asSentence(result.error.message),
    )
    if (result.ok) fees.push(result.output.fee.amount)
  }
  const [one, other] = fees
  if (fees.length === 2 && one !== undefined && other !== undefined && DIFFERENCE.test(turn.text))
    turn.book.addFromTool(ask, travelFeeTool.name, `The difference is ${moneyText(Math.abs(one - other))}.`)
}

/** The fee that the customer's own booking holds, whatever the road says today. */
function tellBooked(turn: Turn, ask: string): void {
  const page = turn.booking?.page
  if (!page) return
  turn.book.addFromTool(
    ask,
    myBookingTool.name,
    `The travel fee of your party ${page.reference} is ${moneyText(page.travelFee.amount)}; it is part of the total of ${moneyText(page.total.amount)}.`,
  )
  for (const passage of turn.passages.filter((each) => each.topics.includes("travel.fee")))
    turn.book.addPassage(ask, passage, "answer")
}

const FARTHEST = /\b(?:farthest|furthest|longest|max(?:imum)?|most)\b/i

function feeSentence(travel: Travel): string {
  const from = travel.stationName ? ` from our ${travel.stationName} station` : " from our nearest station"
  const miles = `${milesText(travel.milesHundredths)}${from}`
  const free = milesText(travel.freeMilesHundredths)
  if (travel.fee.amount === 0)
    return `At ${miles} there is no travel fee: the first ${free} are free (${moneyText(0)}).`
  if (travel.furtherRates) return `The travel fee is ${moneyText(travel.fee.amount)}: ${travel.explanation}`
  return `At ${miles} the travel fee is ${moneyText(travel.fee.amount)}: the first ${free} are free, and ${milesText(travel.chargedMilesHundredths)} one way × ${moneyText(travel.ratePerMile.amount)} per mile = ${moneyText(travel.fee.amount)}.`
}

/** Whether we come to the place that was named. */
export const serviceAreaOf: Gather = async (turn, ask) => {
  const place = placeOf(turn.slots)
  if (!place) return rememberPlace(turn)
  const result = await turn.tools.call(serviceAreaTool, { address: place })
  if (!result.ok) {
    turn.book.addFromTool(ask, serviceAreaTool.name, asSentence(result.error.message))
    return
  }
  const area = result.output
  if (!area.isServed) {
    turn.book.addFromTool(ask, serviceAreaTool.name, asSentence(area.detail))
    return
  }
  turn.book.addFromTool(ask, serviceAreaTool.name, `Yes, we come to ${area.place?.city ?? place}.`)
  if (area.travel) turn.book.addFromTool(ask, serviceAreaTool.name, feeSentence(area.travel))
}

async function rememberPlace(turn: Turn): Promise<void> {
  const miles = turn.slots.distanceMiles
  const station = turn.business.stations[0]
  if (miles === undefined) {
    turn.outcome.missing.add("place")
    if (station) await tellFarthest(turn, station.maximumMiles)
    return
  }
  const result = await turn.tools.call(travelFeeTool, { statedMilesHundredths: Math.round(miles * 100) })
  if (!result.ok) turn.book.addFromTool("travel.area", travelFeeTool.name, asSentence(result.error.message))
  else {
    turn.book.addFromTool(
      "travel.area",
      travelFeeTool.name,
      `Yes, we come to you: ${milesText(result.output.milesHundredths)} is within ${milesText(Math.round((station?.maximumMiles ?? 0) * 100))}.`,
    )
    turn.book.addFromTool("travel.area", travelFeeTool.name, feeSentence(result.output))
  }
}

/** What the longest drive costs. */
async function tellFarthest(turn: Turn, miles: number): Promise<void> {
  const result = await turn.tools.call(travelFeeTool, { statedMilesHundredths: Math.round(miles * 100) })
  if (!result.ok) return
  for (const passage of turn.passages.filter((each) => each.topics.includes("travel.area")))
    turn.book.addPassage("travel.area", passage, "answer")
  turn.book.addFromTool("travel.area", travelFeeTool.name, feeSentence(result.output))
}

/** Which station is the nearest to the place that was named. */
export const nearestStation: Gather = async (turn, ask) => {
  const place = placeOf(turn.newSlots)
  addPassages(turn, ask, "travel.stations")
  if (!place) return
  const result = await turn.tools.call(serviceAreaTool, { address: place })
  if (!result.ok || !result.output.station) return
  const { station, travel } = result.output
  turn.book.addFromTool(
    ask,
    serviceAreaTool.name,
    `Our station nearest to ${place} is ${station.city}, ${station.state}.`,
  )
  if (travel) turn.book.addFromTool(ask, serviceAreaTool.name, feeSentence(travel), "detail")
}
