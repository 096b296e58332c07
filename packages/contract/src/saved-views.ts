import { z } from "zod"
import { StaffRole } from "./identity.ts"

/** The lists whose filters and order can be kept. */
export const ViewedList = z.enum(["bookings", "customers"])
export type ViewedList = z.infer<typeof ViewedList>

const ViewName = z.string().trim().min(1, "Give the view a name.").max(60, "Keep the name under 61 letters.")

/** Filters and order by their names in the list's address. */
const ViewFilters = z
  .record(z.string().min(1).max(40), z.string().min(1).max(200))
  .refine((filters) => Object.keys(filters).length <= 20, "Keep at most 20 filters.")

export const SavedView = z.object({
  id: z.string(),
  list: ViewedList,
  name: z.string(),
  filters: ViewFilters,
  /** Whose other members of staff see it, too; nobody's when empty. */
  roles: z.array(StaffRole),
  /** Opened when its owner comes to the list. */
  isDefault: z.boolean(),
  isOwn: z.boolean(),
  ownerName: z.string(),
  version: z.int(),
})
export type SavedView = z.infer<typeof SavedView>
export const SavedViewList = z.object({ items: z.array(SavedView) })
export const SavedViewQuery = z.object({ list: ViewedList })

export const SaveView = z.object({
  list: ViewedList,
  name: ViewName,
  filters: ViewFilters,
  roles: z.array(StaffRole).max(StaffRole.options.length).default([]),
  isDefault: z.boolean().default(false),
})
export type SaveView = z.input<typeof SaveView>

/** What is left out stays as it is. */
export const EditView = z.object({
  name: ViewName.optional(),
  filters: ViewFilters.optional(),
  roles: z.array(StaffRole).max(StaffRole.options.length).optional(),
  isDefault: z.boolean().optional(),
})
export type EditView = z.infer<typeof EditView>
