import type { StartRule } from "@myhibachi/contract/availability"

/** @returns one sentence for staff: why this chef cannot take the party. */
export function whyNotFree(name: string, rule: StartRule): string {
  switch (rule) {
    case "working-hours":
      return `${name} does not work then.`
    case "exception":
      return `${name} has other hours on that day.`
    case "too-many-guests":
      return `The party has more guests than ${name} is sent to alone.`
    case "daily-cap":
      return `${name} has the most parties of a day already.`
    case "claimed":
      return `${name} is at another party then.`
    case "time-off":
      return `${name} has time off then.`
    case "external-busy":
      return `${name}'s own calendar says busy then.`
    case "travel-time":
      return `${name} cannot drive from or to the other party in time.`
    default:
      return `${name} cannot take this start (${rule.replaceAll("-", " ")}).`
  }
}
