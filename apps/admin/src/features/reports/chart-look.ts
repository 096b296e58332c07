/** Colours of series, told apart also in grey: the ember first, then by lightness. */
export const SERIES = [
  "var(--color-ember)",
  "var(--color-good)",
  "var(--color-caution)",
  "var(--color-ink-soft)",
]

/** @returns the colour of the series at a place. */
export function seriesColor(place: number): string {
  return SERIES[place % SERIES.length] ?? "var(--color-ink-soft)"
}

/** How axes and their words look in both themes. */
export const axis = {
  stroke: "var(--color-line-strong)",
  tick: { fill: "var(--color-ink-soft)", fontSize: 12 },
  tickLine: false,
} as const

/** The box beside the pointer. */
export const tooltip = {
  contentStyle: {
    background: "var(--color-surface)",
    border: "1px solid var(--color-line)",
    borderRadius: "0.5rem",
    color: "var(--color-ink)",
  },
  cursor: { fill: "var(--color-sunken)" },
} as const
