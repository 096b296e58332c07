/** @returns `2 hours`, `90 minutes`, `1 hour`: whole hours as hours, all else in minutes. */
export function durationText(minutes: number): string {
  if (minutes % 60 !== 0 || minutes === 0) return count(minutes, "minute")
  return count(minutes / 60, "hour")
}

/** @returns `1 guest`, `12 guests`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? noun : plural}`
}

/** @returns `a, b and c`. */
export function listText(words: string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(words)
}
