import type { FeatureCollection, Geometry, MultiLineString } from "geojson"
import L from "leaflet"
import { feature, merge, mesh } from "topojson-client"

/** From here on county lines help; farther out they are only noise. */
const COUNTY_ZOOM = 7
const COUNTY_NAME_ZOOM = 9
const STATE_NAME_ZOOMS = [5, 8] as const

type Topology = Parameters<typeof mesh>[0]
type Collection = Extract<NonNullable<Parameters<typeof mesh>[1]>, { type: "GeometryCollection" }>
type Areas = Parameters<typeof merge>[1]
type Atlas<Layer extends string> = Topology & { objects: Record<Layer, Collection> }

/** Draws the United States from boundaries that ship with the site: no tile server is asked. */
export async function drawBase(map: L.Map): Promise<void> {
  const atlas = (await import("us-atlas/states-10m.json")).default as unknown as Atlas<"states"> // safe: the package's own format
  if (isRemoved(map)) return
  const { states } = atlas.objects
  const land = merge(atlas, states.geometries as Areas) // safe: states are areas
  drawOn(map, land, "map-land")
  drawOn(
    map,
    mesh(atlas, states, (left, right) => left !== right),
    "map-states",
  )
  const stateNames = nameLayer(feature(atlas, states) as FeatureCollection<Geometry, { name: string }>) // safe: a collection stays one
  let counties: Promise<{ lines: L.GeoJSON; names: L.LayerGroup }> | undefined
  const adapt = async () => {
    const zoom = map.getZoom()
    toggle(map, stateNames, STATE_NAME_ZOOMS[0] <= zoom && zoom < STATE_NAME_ZOOMS[1])
    if (zoom >= COUNTY_ZOOM) counties ??= readCounties()
    const read = await counties
    if (!read || isRemoved(map)) return
    toggle(map, read.lines, map.getZoom() >= COUNTY_ZOOM)
    toggle(map, read.names, map.getZoom() >= COUNTY_NAME_ZOOM)
    read.lines.bringToBack()
  }
  map.on("zoomend", () => void adapt())
  await adapt()
}

/** Who leaves the page while boundaries are read leaves a map without panes. */
function isRemoved(map: L.Map): boolean {
  return map.getPane("base") === undefined
}

/** Read only when somebody looks closely enough. */
async function readCounties() {
  const atlas = (await import("us-atlas/counties-10m.json")).default as unknown as Atlas<"counties"> // safe: the package's own format
  const { counties } = atlas.objects
  const lines = linesOf(
    mesh(atlas, counties, (left, right) => left !== right),
    "map-counties",
  )
  const names = nameLayer(feature(atlas, counties) as FeatureCollection<Geometry, { name: string }>) // safe: a collection stays one
  return { lines, names }
}

function drawOn(map: L.Map, shape: Geometry, className: string): void {
  linesOf(shape as MultiLineString, className).addTo(map)
}

function linesOf(shape: Geometry, className: string): L.GeoJSON {
  return L.geoJSON(shape, {
    interactive: false,
    pane: "base",
    style: { className, smoothFactor: 1.2 } as L.PathOptions,
  })
}

function nameLayer(areas: FeatureCollection<Geometry, { name: string }>): L.LayerGroup {
  return L.layerGroup(
    areas.features.map((area) => {
      const text = document.createElement("span")
      text.textContent = area.properties.name
      const icon = L.divIcon({ className: "map-name", html: text, iconSize: [0, 0] })
      return L.marker(L.geoJSON(largestPart(area.geometry)).getBounds().getCenter(), {
        icon,
        interactive: false,
        keyboard: false,
        pane: "names",
      })
    }),
  )
}

/** The name of a state stands on its mainland, not between its islands. */
function largestPart(geometry: Geometry): Geometry {
  if (geometry.type !== "MultiPolygon") return geometry
  const sizeOf = (rings: number[][][]) => rings[0]?.length ?? 0
  const [largest] = geometry.coordinates.toSorted((left, right) => sizeOf(right) - sizeOf(left))
  return { type: "Polygon", coordinates: largest ?? [] }
}

function toggle(map: L.Map, layer: L.Layer, isShown: boolean): void {
  if (isShown === map.hasLayer(layer)) return
  if (isShown) layer.addTo(map)
  else layer.remove()
}
