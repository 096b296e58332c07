"use client"

import "leaflet/dist/leaflet.css"
import "./map.css"
import { classNames } from "@myhibachi/ui/class-names"
import L from "leaflet"
import { useEffect, useRef, useState } from "react"
import { drawBase } from "./draw-base.ts"

const WHOLE_COUNTRY: L.LatLngBoundsLiteral = [
  [25, -124],
  [49, -68],
]
const FARTHEST_ZOOM = 13

interface MapCanvasProps {
  label: string
  /** Draws what the screen shows; called again, on an empty layer, whenever it is another function. */
  draw: (layer: L.LayerGroup, map: L.Map) => void
  /** What must be seen; the map moves there when the text of it changes. */
  bounds: L.LatLngBoundsLiteral | null
  onClick?: (at: L.LatLng) => void
  className?: string
}

/** A map of the United States without any request to others. Loaded only by screens that show one. */
export default function MapCanvas({ label, draw, bounds, onClick, className }: MapCanvasProps) {
  const container = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<{ map: L.Map; layer: L.LayerGroup } | null>(null)
  const click = useRef(onClick)
  click.current = onClick
  // What the map must show, for when the container takes another shape; null once somebody has moved the map by hand.
  const refit = useRef<(() => void) | null>(null)
  useEffect(() => {
    if (!container.current) return
    const map = createMap(container.current)
    map.on("click", (event) => click.current?.(event.latlng))
    setShown({ map, layer: L.layerGroup().addTo(map) })
    void drawBase(map)
    map.on("dragstart", () => {
      refit.current = null
    })
    const observer = new ResizeObserver(() => {
      map.invalidateSize({ pan: false })
      refit.current?.()
    })
    observer.observe(container.current)
    return () => {
      observer.disconnect()
      map.remove()
    }
  }, [])
  useEffect(() => {
    if (!shown) return
    shown.layer.clearLayers()
    draw(shown.layer, shown.map)
  }, [shown, draw])
  const wanted = JSON.stringify(bounds ?? WHOLE_COUNTRY)
  useEffect(() => {
    const corners = JSON.parse(wanted) as L.LatLngBoundsLiteral // safe: written two lines above
    refit.current = () => shown?.map.fitBounds(corners, { padding: [48, 48], maxZoom: 11, animate: false })
    refit.current()
  }, [shown, wanted])
  return (
    // Leaflet counts its layers in thousands; isolated, they stay below menus and dialogs.
    <div
      className={classNames(
        "relative isolate w-full overflow-hidden rounded-control border border-line",
        className,
      )}
    >
      <div ref={container} role="application" aria-label={label} className="office-map absolute inset-0" />
    </div>
  )
}

function createMap(container: HTMLElement): L.Map {
  const map = L.map(container, {
    attributionControl: false,
    zoomSnap: 0.5,
    minZoom: 3.5,
    maxZoom: FARTHEST_ZOOM,
    // A page that scrolls must not stop at the map.
    scrollWheelZoom: false,
    zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  })
  map.createPane("base").style.zIndex = "200"
  map.createPane("names").style.zIndex = "300"
  map.fitBounds(WHOLE_COUNTRY)
  return map
}
