import { type ICalEventData, ICalEventStatus } from "ical-generator"
import type { PartyEvent } from "../party-events.ts"

/** @returns the party as RFC 5545 wants it: from the chef's arrival until everything is packed. */
export function describeParty(event: PartyEvent, timeZone: string): ICalEventData {
  const start = event.startsAt.toZonedDateTimeISO(timeZone)
  return {
    id: event.uid,
    sequence: event.sequence,
    stamp: new Date(event.changedAt.epochMilliseconds),
    start: new Date(event.from.epochMilliseconds),
    end: new Date(event.to.epochMilliseconds),
    summary: `Hibachi party: ${event.title}`,
    location: event.address,
    description: `Be there at the beginning of this entry to set up. Cooking begins at ${start.toPlainTime().toString().slice(0, 5)} (${timeZone}).`,
    status: ICalEventStatus.CONFIRMED,
  }
}
