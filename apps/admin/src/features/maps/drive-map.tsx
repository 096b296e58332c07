"use client"

import type { DayDrive } from "@myhibachi/contract/travel"
import L from "leaflet"
import { useCallback, useMemo } from "react"
import { clockIn } from "@/time/format-time.ts"
import { curve, type LatLng } from "./curve.ts"
import { type ChefDay, driveText, minutesText, type StationDay } from "./drive-words.ts"
import MapCanvas from "./map-canvas.tsx"
import { partyPin, plainText, stationPin } from "./pins.ts"

/** With more drives than this, only those of the chosen chef say how long they take. */
const MOST_LABELS = 10

/** The label of a shorter drive would cover both of its ends. */
const LEAST_LABELLED_MINUTES = 10

interface DriveMapProps {
  stations: StationDay[]
  chosenChef: string | null
  onChoose: (chefId: string | null) => void
  className?: string
}

/** Stations, parties in the order of their starts, and the drives between them. */
export default function DriveMap({ stations, chosenChef, onChoose, className }: DriveMapProps) {
  const bounds = useMemo(() => stations.flatMap(pointsOf), [stations])
  const draw = useCallback(
    (layer: L.LayerGroup) => {
      const drives = stations.flatMap(({ chefs }) => chefs.flatMap((chef) => chef.drives)).length
      for (const station of stations) {
        for (const [lane, chef] of station.chefs.entries()) {
          const look = chosenChef === null ? "" : chosenChef === chef.id ? "is-chosen" : "is-faded"
          const hasLabels = chosenChef === null ? drives <= MOST_LABELS : look === "is-chosen"
          drawChef({ layer, chef, lane, look, hasLabels, timeZone: station.timeZone, onChoose })
        }
        stationPin(station, stations).addTo(layer)
      }
    },
    [stations, chosenChef, onChoose],
  )
  return (
    <div className="min-w-0">
      <MapCanvas
        label="Map of the day's drives; the list beside it says the same"
        draw={draw}
        bounds={bounds}
        {...(className ? { className } : {})}
      />
      <p className="mt-2 text-sm text-ink-soft">
        Numbers are a chef's parties in order. Solid lines were measured, dashed ones are estimated from the
        straight line. Boundaries: U.S. Census Bureau.
      </p>
    </div>
  )
}

function pointsOf(station: StationDay): LatLng[] {
  const parties = station.chefs.flatMap(({ parties }) => parties)
  return [station, ...parties].map(({ latitude, longitude }) => [latitude, longitude])
}

interface DrawChef {
  layer: L.LayerGroup
  chef: ChefDay
  /** Chefs who drive the same way lie beside each other. */
  lane: number
  look: string
  hasLabels: boolean
  timeZone: string
  onChoose: (chefId: string) => void
}

function drawChef({ layer, chef, lane, look, hasLabels, timeZone, onChoose }: DrawChef): void {
  for (const drive of chef.drives) {
    const line = driveLine(drive, 0.08 + lane * 0.05, look)
    const hasLabel = hasLabels && drive.minutes >= LEAST_LABELLED_MINUTES
    const words = hasLabel ? minutesText(drive.minutes) : `${chef.name}: ${driveText(drive)}`
    line.bindTooltip(plainText(words), {
      permanent: hasLabel,
      direction: "center",
      className: look === "is-chosen" ? "map-tip-chosen" : "",
      sticky: !hasLabel,
    })
    line.on("click", () => onChoose(chef.id)).addTo(layer)
  }
  for (const [index, party] of chef.parties.entries()) {
    const title = `${clockIn(party.startsAt, timeZone)} ${party.title}, ${chef.name}`
    partyPin(party, String(index + 1), title, look === "is-faded")
      .on("click", () => onChoose(chef.id))
      .addTo(layer)
  }
}

function driveLine(drive: DayDrive, bend: number, look: string): L.Polyline {
  const from: LatLng = [drive.from.latitude, drive.from.longitude]
  const to: LatLng = [drive.to.latitude, drive.to.longitude]
  const estimated = drive.source === "great-circle" ? "is-estimated" : ""
  return L.polyline(curve(from, to, bend), { className: `map-drive ${estimated} ${look}` })
}
