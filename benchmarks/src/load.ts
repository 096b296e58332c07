import autocannon from "autocannon"

export interface Target {
  url: string
  headers?: Record<string, string>
}

/** @returns requests a second with 20 connections from a thread of its own. @throws when one reply is not 2xx. */
export async function requestsPerSecond(target: Target, seconds: number): Promise<number> {
  const result = await autocannon({
    url: target.url,
    connections: 20,
    duration: seconds,
    workers: 1,
    ...(target.headers ? { headers: target.headers } : {}),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${target.url}: ${result.non2xx} replies were not 2xx, ${result.errors} failed`)
  return result.requests.average
}

/** @returns the middle value; of an even number the lower one. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}

/** @returns the value that 95 % do not exceed. */
export function percentile95(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
}
