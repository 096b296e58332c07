/** @returns `2.5 h` of minutes. */
export function hoursText(minutes: number): string {
  return `${(Math.round(minutes / 6) / 10).toLocaleString("en-US")} h`
}

/** @returns `12 %`, below ten with a tenth: `0.4 %`; a dash when there is nothing to have a share of. */
export function shareText(part: number, whole: number): string {
  if (whole <= 0) return "–"
  const percent = (part / whole) * 100
  return `${percent < 10 ? Math.round(percent * 10) / 10 : Math.round(percent)} %`
}
