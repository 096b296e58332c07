/** The flame and the name. */
export function BrandMark() {
  return (
    <span className="inline-flex items-center gap-2 text-lg font-semibold tracking-tight">
      <svg viewBox="0 0 16 22" className="h-6 w-auto fill-ember" aria-hidden>
        <path d="M8.600 0c.8 5.100 7.400 8.200 7.400 14.600A8 8 0 0 1 0 14.800c0-3.100 1.500-5.200 3-7 .3 2 1.100 3.100 2.300 3.800C4.700 7.800 6 3.200 8.600 0Z" />
      </svg>
      MyHibachi
    </span>
  )
}
