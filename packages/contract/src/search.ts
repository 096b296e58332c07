import { z } from "zod"

export const SearchQuery = z.object({
  text: z.string().trim().min(2, "Write at least two letters.").max(200),
})
export type SearchQuery = z.infer<typeof SearchQuery>

export const SearchFinding = z.object({
  kind: z.enum(["customer", "booking", "payment", "lead", "conversation", "article"]),
  id: z.string(),
  title: z.string(),
  /** What tells it from others of the same name. */
  detail: z.string().nullable(),
})
export type SearchFinding = z.infer<typeof SearchFinding>
export const SearchFindings = z.object({ items: z.array(SearchFinding) })
export type SearchFindings = z.infer<typeof SearchFindings>
