import { z } from "zod"
import { InstantText } from "./time.ts"

export const AttachmentKind = z.enum(["site", "evidence"])
export type AttachmentKind = z.infer<typeof AttachmentKind>
export const AttachmentType = z.enum(["image/jpeg", "image/png", "image/webp"])
export type AttachmentType = z.infer<typeof AttachmentType>

export const MOST_ATTACHMENT_BYTES = 5 * 1024 * 1024

export const Attachment = z.object({
  id: z.string(),
  kind: AttachmentKind,
  filename: z.string(),
  contentType: AttachmentType,
  sizeBytes: z.int(),
  createdAt: InstantText,
  createdBy: z.string(),
})
export type Attachment = z.infer<typeof Attachment>
export const AttachmentList = z.object({ items: z.array(Attachment) })
export type AttachmentList = z.infer<typeof AttachmentList>

export const AddAttachment = z.object({
  filename: z.string().trim().min(1).max(120),
  /** The picture's bytes, JPEG, PNG or WebP. */
  base64: z.base64().max(Math.ceil((MOST_ATTACHMENT_BYTES * 4) / 3) + 4, "A picture may have up to 5 MB."),
  kind: AttachmentKind.default("site"),
})
export type AddAttachment = z.input<typeof AddAttachment>
