import L from "leaflet"

interface Placed {
  latitude: number
  longitude: number
}

const HOUSE =
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linejoin="round" aria-hidden="true"><path d="M3 11 12 4l9 7M6 9.5V20h12V9.5"/></svg>'

/** @returns the words as an element: Leaflet takes text for HTML, and names come from people. */
export function plainText(words: string): HTMLElement {
  const element = document.createElement("span")
  element.textContent = words
  return element
}

/** Within so many degrees two names would lie on each other when the whole country is seen. */
const CROWDED_DEGREES = 3

/** @returns the mark of a station with its name: below it, or above where another station lies close below. */
export function stationPin(station: Placed & { name: string }, all: readonly Placed[]): L.Marker {
  const isCrowdedBelow = all.some(
    ({ latitude, longitude }) =>
      latitude < station.latitude &&
      station.latitude - latitude < CROWDED_DEGREES &&
      Math.abs(longitude - station.longitude) < CROWDED_DEGREES,
  )
  return L.marker([station.latitude, station.longitude], {
    icon: L.divIcon({ className: "map-pin is-station", html: HOUSE, iconSize: [30, 30] }),
    keyboard: false,
    zIndexOffset: 500,
  }).bindTooltip(
    plainText(station.name),
    isCrowdedBelow
      ? { permanent: true, direction: "top", offset: [0, -14] }
      : { permanent: true, direction: "bottom", offset: [0, 14] },
  )
}

/** @returns the mark of a party; its title is told when it is pointed at. */
export function partyPin(party: Placed, mark: string, title: string, isFaded: boolean): L.Marker {
  const className = isFaded ? "map-pin is-faded" : "map-pin"
  return L.marker([party.latitude, party.longitude], {
    icon: L.divIcon({ className, html: plainText(mark), iconSize: [26, 26] }),
    keyboard: false,
    zIndexOffset: 400,
  }).bindTooltip(plainText(title), { direction: "top", offset: [0, -12] })
}
