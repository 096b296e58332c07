import { MenuChangePreview } from "@myhibachi/contract/menu-editing"
import { z } from "zod"
import { defineEvent } from "#platform/jobs/events.ts"

/** Dishes are made of something else, or are not served any more. */
export const menuChanged = defineEvent(
  "menu.changed",
  z.object({
    /** Of this one change. */
    changeId: z.string(),
    dishes: MenuChangePreview.shape.dishes,
    archived: z.object({ sku: z.string(), name: z.string() }).nullable(),
  }),
)
