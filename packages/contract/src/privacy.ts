import { z } from "zod"
import { InstantText } from "./time.ts"

export const PrivacyExportStatus = z.enum(["waiting", "running", "ready", "expired"])
export type PrivacyExportStatus = z.infer<typeof PrivacyExportStatus>

/** The copy of all that is kept about a person, while it is made and after. */
export const PrivacyExport = z.object({
  id: z.string(),
  status: PrivacyExportStatus,
  stepsDone: z.int(),
  steps: z.int(),
  requestedAt: InstantText,
  expiresAt: InstantText.nullable(),
  /** Opens the copy until it expires; null before and after. */
  token: z.string().nullable(),
})
export type PrivacyExport = z.infer<typeof PrivacyExport>
export const PrivacyExportList = z.object({ items: z.array(PrivacyExport) })
export type PrivacyExportList = z.infer<typeof PrivacyExportList>

export const ErasurePreview = z.object({
  name: z.string(),
  /** Why it cannot be done yet; empty when it can. */
  obstacles: z.array(z.string()),
  /** What is kept about the person, by heading. */
  copy: z.array(z.object({ title: z.string(), count: z.int() })),
})
export type ErasurePreview = z.infer<typeof ErasurePreview>

export const EraseCustomer = z.object({
  /** The person's name, typed once more, because there is no way back. */
  name: z.string().max(200),
  ground: z.enum(["request", "retention"]),
})
export type EraseCustomer = z.infer<typeof EraseCustomer>

export const ErasedCustomer = z.object({
  customerId: z.string(),
  erasedAt: InstantText,
  /** How many rows of the audit lost words that named the person. */
  auditRows: z.int(),
})
export type ErasedCustomer = z.infer<typeof ErasedCustomer>
