/** @returns `2.5 h` of minutes. */
export function hoursText(minutes: number): string {
  return `${(Math.round(minutes / 6) / 10).toLocaleString("en-US")} h`
}

/** @returns `12 %`, or a dash when there is nothing to have a share of. */
export function shareText(part: number, whole: number): string {
  return whole > 0 ? `${Math.round((part / whole) * 100)} %` : "–"
}
