/** An id as it is: without the letter joins that turn `8x1` into a multiplication. */
export function IdText({ id }: { id: string }) {
  return (
    <span className="text-sm text-ink-soft [font-feature-settings:'calt'_0] [overflow-wrap:anywhere]">
      {id}
    </span>
  )
}
