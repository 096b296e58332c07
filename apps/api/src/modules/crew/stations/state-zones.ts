const EASTERN = "America/New_York"
const CENTRAL = "America/Chicago"
const MOUNTAIN = "America/Denver"
const PACIFIC = "America/Los_Angeles"

const WITH_ONE_ZONE: Record<string, string> = {
  AZ: "America/Phoenix",
  HI: "Pacific/Honolulu",
  ...zoneOf(EASTERN, "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV"),
  ...zoneOf(CENTRAL, "AL AR IA IL LA MN MO MS OK WI"),
  ...zoneOf(MOUNTAIN, "CO MT NM UT WY"),
  ...zoneOf(PACIFIC, "CA NV WA"),
}

/** The zone of most of the state first. */
const WITH_SEVERAL_ZONES: Record<string, string[]> = {
  AK: ["America/Anchorage", "America/Adak"],
  FL: [EASTERN, CENTRAL],
  ID: ["America/Boise", PACIFIC],
  IN: ["America/Indiana/Indianapolis", EASTERN, CENTRAL],
  KS: [CENTRAL, MOUNTAIN],
  KY: [EASTERN, "America/Kentucky/Louisville", CENTRAL],
  MI: ["America/Detroit", EASTERN, CENTRAL],
  ND: [CENTRAL, MOUNTAIN],
  NE: [CENTRAL, MOUNTAIN],
  OR: [PACIFIC, "America/Boise"],
  SD: [CENTRAL, MOUNTAIN],
  TN: [CENTRAL, EASTERN],
  TX: [CENTRAL, MOUNTAIN],
}

function zoneOf(zone: string, states: string): Record<string, string> {
  return Object.fromEntries(states.split(" ").map((state) => [state, zone]))
}

/** @returns the IANA zones of a state of the United States by its two letters; none when it is not one. */
export function zonesOfState(state: string): string[] {
  const one = WITH_ONE_ZONE[state]
  return one ? [one] : (WITH_SEVERAL_ZONES[state] ?? [])
}
