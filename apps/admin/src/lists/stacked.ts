/** Classes that turn a table into stacked lines on a phone, so that nothing is cut at the edge. */
export const stacked = {
  head: "max-md:sr-only",
  row: "max-md:flex max-md:flex-wrap max-md:items-baseline max-md:gap-x-4 max-md:gap-y-1 max-md:px-2 max-md:py-3",
  /** The first cell of a row, which names it. */
  title: "max-md:block max-md:basis-full max-md:p-0",
  cell: "max-md:block max-md:p-0 max-md:first:pl-0 max-md:last:pr-0",
}
