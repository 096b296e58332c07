/** What Next hands to a page. Its generated types are not there on a fresh clone, where the types are checked first. */
export interface PageProps<Params = Record<never, string>> {
  params: Promise<Params>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
