const POSITION_WAIT_MS = 8_000

export interface Position {
  latitude: number
  longitude: number
  accuracyMeters: number
}

/** @returns where the phone is, or nothing when it does not say so in time. */
export function readPosition(): Promise<Position | undefined> {
  if (!("geolocation" in navigator)) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve({ latitude, longitude, accuracyMeters: accuracy }),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: POSITION_WAIT_MS, maximumAge: 60_000 },
    )
  })
}
