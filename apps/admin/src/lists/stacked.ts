/** Classes of a table whose rows become stacked lines on a phone, so that nothing is cut at the edge. */
export const stacked = [
  "max-md:[&_thead]:sr-only",
  "max-md:[&_tr]:flex max-md:[&_tr]:flex-wrap max-md:[&_tr]:items-baseline",
  "max-md:[&_tr]:gap-x-4 max-md:[&_tr]:gap-y-1 max-md:[&_tr]:px-2 max-md:[&_tr]:py-3",
  "max-md:[&_td]:block max-md:[&_td]:p-0",
  "max-md:[&_td:first-child]:basis-full",
  // A bare figure needs the name that its column had.
  "max-md:[&_td[data-title]]:before:mr-1 max-md:[&_td[data-title]]:before:text-sm",
  "max-md:[&_td[data-title]]:before:text-ink-soft max-md:[&_td[data-title]]:before:content-[attr(data-title)]",
].join(" ")
