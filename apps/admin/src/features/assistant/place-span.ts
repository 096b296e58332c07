/** @returns where a step stands on the answer's scale, in percent; never outside of it. */
export function placeSpan(
  span: { startMs: number; ms: number },
  endMs: number,
): { left: number; width: number } {
  const share = (ms: number) => Math.min(100, Math.max(0, (ms / endMs) * 100))
  const left = share(span.startMs)
  return { left, width: Math.min(100 - left, share(span.ms)) }
}
