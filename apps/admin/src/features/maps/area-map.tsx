"use client"

import type { Area, AreaEffect, Position } from "@myhibachi/contract/areas"
import type { Station } from "@myhibachi/contract/crew"
import L from "leaflet"
import { useCallback, useMemo } from "react"
import type { LatLng } from "./curve.ts"
import MapCanvas from "./map-canvas.tsx"
import { insertCorner, type Outline, roundPosition, withCorners } from "./outlines.ts"
import { partyPin, plainText, stationPin } from "./pins.ts"

const METRES_PER_MILE = 1609.344

/** The shape under the hands, and how to change it. */
export interface ShapeEditing {
  effect: AreaEffect
  outlines: Outline[]
  /** Which of the outlines takes new corners. */
  current: number
  chosenCorner: number | null
  onChange: (outlines: Outline[]) => void
  onChooseCorner: (corner: number | null) => void
}

interface AreaMapProps {
  stations: Station[]
  /** All others than the edited one. */
  areas: Area[]
  editing: ShapeEditing | null
  /** An address that was tested. */
  tested: { latitude: number; longitude: number; name: string } | null
  /** Moves the map when another area is opened, not at every change. */
  focusKey: string
  className?: string
}

/** Stations with their reach, every area, and the corners of the one that is drawn. */
export default function AreaMap({ stations, areas, editing, tested, focusKey, className }: AreaMapProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map follows the area that was opened, not each corner
  const bounds = useMemo(
    () => boundsOf(stations, areas, editing?.outlines ?? [], tested),
    [focusKey, stations.length, tested],
  )
  const draw = useCallback(
    (layer: L.LayerGroup) => {
      for (const station of stations) drawStation(layer, station, stations)
      for (const area of areas) drawArea(layer, area)
      if (editing) drawEditing(layer, editing)
      if (tested) partyPin(tested, "?", tested.name, false).addTo(layer)
    },
    [stations, areas, editing, tested],
  )
  const addCorner = (at: L.LatLng) => {
    if (!editing) return
    const { outlines, current, onChange, onChooseCorner } = editing
    const position = roundPosition([at.lng, at.lat])
    const count = outlines[current]?.corners.length ?? 0
    onChange(
      outlines.length === 0
        ? [{ kind: "outline", corners: [position] }]
        : withCorners(outlines, current, (corners) => [...corners, position]),
    )
    onChooseCorner(count)
  }
  return (
    <MapCanvas
      label={editing ? "Map; click to add a corner, or use the list of corners" : "Map of the service areas"}
      draw={draw}
      bounds={bounds}
      onClick={addCorner}
      {...(className ? { className } : {})}
    />
  )
}

function boundsOf(
  stations: readonly Station[],
  areas: readonly Area[],
  outlines: readonly Outline[],
  tested: AreaMapProps["tested"],
): LatLng[] | null {
  if (tested)
    return [
      [tested.latitude - 0.3, tested.longitude - 0.4],
      [tested.latitude + 0.3, tested.longitude + 0.4],
    ]
  const edited = outlines.flatMap(({ corners }) => corners.map(toLatLng))
  if (edited.length > 1) return edited
  const shown = [
    ...stations.map(({ latitude, longitude }): LatLng => [latitude, longitude]),
    ...areas.flatMap((area) => ringsOf(area).flat()),
  ]
  return shown.length > 1 ? shown : null
}

function toLatLng([longitude, latitude]: Position): LatLng {
  return [latitude, longitude]
}

function ringsOf({ geometry }: Pick<Area, "geometry">): LatLng[][] {
  if (!geometry) return []
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates
  return polygons.flatMap((rings) => rings.map((ring) => ring.map(toLatLng)))
}

function drawStation(layer: L.LayerGroup, station: Station, all: readonly Station[]): void {
  if (!station.isActive) return
  // As the crow flies; roads are longer, so the true reach is somewhat smaller.
  L.circle([station.latitude, station.longitude], {
    radius: station.maximumMiles * METRES_PER_MILE,
    className: "map-reach",
    interactive: false,
  }).addTo(layer)
  stationPin(station, all).addTo(layer)
}

function drawArea(layer: L.LayerGroup, area: Area): void {
  const rings = ringsOf(area)
  if (rings.length === 0) return
  const className = area.effect === "refuse" ? "map-area is-refusing" : "map-area"
  L.polygon(rings, { className, interactive: false })
    .bindTooltip(plainText(area.name), {
      permanent: true,
      direction: "center",
    })
    .addTo(layer)
}

function drawEditing(layer: L.LayerGroup, editing: ShapeEditing): void {
  const className = editing.effect === "refuse" ? "map-area is-refusing is-edited" : "map-area is-edited"
  const rings = editing.outlines.map(({ corners }) => corners.map(toLatLng))
  const shape = L.polygon(rings, { className, interactive: false }).addTo(layer)
  for (const [index, { corners }] of editing.outlines.entries()) {
    for (const [corner, position] of corners.entries()) {
      cornerMark(editing, index, corner, position, (moved) => {
        const preview = rings.map((ring, each) => (each === index ? ring.with(corner, moved) : ring))
        shape.setLatLngs(preview)
      }).addTo(layer)
      if (corners.length > 1 && index === editing.current) betweenMark(editing, corner, corners).addTo(layer)
    }
  }
}

function cornerMark(
  editing: ShapeEditing,
  index: number,
  corner: number,
  position: Position,
  onDrag: (to: LatLng) => void,
): L.Marker {
  const isChosen = index === editing.current && corner === editing.chosenCorner
  const icon = L.divIcon({ className: isChosen ? "map-corner is-chosen" : "map-corner", iconSize: [16, 16] })
  const mark = L.marker(toLatLng(position), { icon, draggable: true, keyboard: false, zIndexOffset: 800 })
  mark.on("drag", () => onDrag([mark.getLatLng().lat, mark.getLatLng().lng]))
  mark.on("dragend", () => {
    const moved = roundPosition([mark.getLatLng().lng, mark.getLatLng().lat])
    editing.onChange(withCorners(editing.outlines, index, (corners) => corners.with(corner, moved)))
    editing.onChooseCorner(corner)
  })
  return mark.on("click", () => editing.onChooseCorner(corner))
}

/** A mark in the middle of an edge; a click makes it a corner. */
function betweenMark(editing: ShapeEditing, after: number, corners: readonly Position[]): L.Marker {
  const middle = insertCorner(corners, after)[after + 1] ?? [0, 0]
  const icon = L.divIcon({ className: "map-corner is-between", iconSize: [12, 12] })
  return L.marker(toLatLng(middle), { icon, keyboard: false, zIndexOffset: 700 }).on("click", () => {
    editing.onChange(withCorners(editing.outlines, editing.current, (all) => insertCorner(all, after)))
    editing.onChooseCorner(after + 1)
  })
}
