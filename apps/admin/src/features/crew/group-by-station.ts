import type { ChefCalendar } from "@myhibachi/contract/crew"

export type CalendarChef = ChefCalendar["chefs"][number]

export interface StationGroup {
  stationId: string
  stationName: string
  timeZone: string
  chefs: CalendarChef[]
  blackouts: ChefCalendar["blackouts"]
}

/** @returns the chefs by station, each station with the closures that count for it. */
export function groupByStation(calendar: ChefCalendar): StationGroup[] {
  const groups = new Map<string, StationGroup>()
  for (const chef of calendar.chefs) {
    const group = groups.get(chef.stationId) ?? {
      stationId: chef.stationId,
      stationName: chef.stationName,
      timeZone: chef.timeZone,
      chefs: [],
      blackouts: calendar.blackouts.filter(
        ({ stationId }) => stationId === null || stationId === chef.stationId,
      ),
    }
    group.chefs.push(chef)
    groups.set(chef.stationId, group)
  }
  return [...groups.values()]
}
