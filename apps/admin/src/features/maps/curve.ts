/** Latitude and longitude in degrees. */
export type LatLng = [number, number]

const STEPS = 24

/**
 * @returns a bent line from one place to another, so that the way there and the way back lie beside each other;
 * `bend` is the share of the distance by which the middle swings to the right.
 */
export function curve(from: LatLng, to: LatLng, bend: number): LatLng[] {
  const shrink = Math.cos((((from[0] + to[0]) / 2) * Math.PI) / 180)
  const [north, east] = [to[0] - from[0], (to[1] - from[1]) * shrink]
  const control: LatLng = [
    (from[0] + to[0]) / 2 - east * bend,
    (from[1] + to[1]) / 2 + (north * bend) / shrink,
  ]
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const share = step / STEPS
    const mix = (axis: 0 | 1) =>
      (1 - share) ** 2 * from[axis] + 2 * share * (1 - share) * control[axis] + share ** 2 * to[axis]
    return [mix(0), mix(1)]
  })
}
