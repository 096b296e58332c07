import { Temporal } from "#platform/time.ts"

/** One answer of one of the rows that make up a person. */
export interface Answer {
  customerId: string
  channel: string
  scope: string
  isGranted: boolean
  at: Temporal.Instant
}

/**
 * @param mergedAt the last time when two of the rows were found to be one person, or null.
 * @returns what counts for each channel and scope: the newest answer of each row; where rows that were merged
 * disagree the refusal, until the person answers again after the merge.
 */
export function effectiveConsents<T extends Answer>(
  answers: readonly T[],
  mergedAt: Temporal.Instant | null,
): T[] {
  const newestFirst = answers.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
  const matters = Map.groupBy(newestFirst, ({ channel, scope }) => `${channel} ${scope}`)
  return [...matters.values()].flatMap((given) => strictest(given, mergedAt) ?? [])
}

function strictest<T extends Answer>(newestFirst: T[], mergedAt: Temporal.Instant | null): T | undefined {
  const [newest] = newestFirst
  if (!newest) return undefined
  if (!mergedAt || Temporal.Instant.compare(newest.at, mergedAt) > 0) return newest
  const latest = newestFirst.filter(
    (answer, index) => newestFirst.findIndex((other) => other.customerId === answer.customerId) === index,
  )
  return latest.find((answer) => !answer.isGranted) ?? newest
}
