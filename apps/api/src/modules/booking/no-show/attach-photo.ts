import { createHash } from "node:crypto"
import { AddAttachment, type BookingAttachment, MOST_PHOTO_BYTES } from "@myhibachi/contract/booking-life"
import { and, desc, eq } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { invalidField, notFound } from "#platform/errors.ts"
import { parseInput } from "../parse-input.ts"
import { requireBooking } from "../read-booking.ts"
import { attachments } from "./tables.ts"

type AttachmentRow = typeof attachments.$inferSelect

const SIGNATURES: Record<AddAttachment["contentType"], (content: Buffer) => boolean> = {
  "image/jpeg": (content) => content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  "image/png": (content) => content.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])),
  "image/webp": (content) =>
    content.subarray(0, 4).toString("latin1") === "RIFF" &&
    content.subarray(8, 12).toString("latin1") === "WEBP",
}

/**
 * Keeps a photo with a booking. What it is follows from its bytes, not from its name.
 * @throws AppError "photo-too-large", "photo-not-an-image", "booking-not-found".
 */
export async function attachPhoto(
  ctx: Context,
  input: AddAttachment & { bookingId: string },
): Promise<BookingAttachment> {
  const { bookingId, ...photo } = input
  const { filename, contentType, dataBase64 } = parseInput(AddAttachment, photo)
  await requireBooking(ctx, bookingId)
  const content = Buffer.from(dataBase64, "base64")
  if (content.length > MOST_PHOTO_BYTES)
    throw invalidField("/dataBase64", "The photo is larger than 3 MB; send a smaller one.", "photo-too-large")
  if (!SIGNATURES[contentType](content))
    throw invalidField(
      "/dataBase64",
      `This is no ${contentType}; send the photo as it was taken.`,
      "photo-not-an-image",
    )
  return inTransaction(ctx, async (ctx) => {
    const sha256 = createHash("sha256").update(content).digest("hex")
    const [row] = await ctx.db
      .insert(attachments)
      .values({
        id: ctx.newId("att"),
        bookingId,
        filename,
        contentType,
        sizeBytes: content.length,
        content,
        sha256,
        createdAt: ctx.now(),
        createdBy: actorName(ctx.actor),
      })
      .returning()
    if (!row) throw new Error("The photo was not written.")
    const details = { attachmentId: row.id, sha256 }
    await audit(ctx, { action: "booking.photo-added", entity: "booking", entityId: bookingId, details })
    return present(row)
  })
}

/** @returns the photos of a booking, the newest first, without their bytes. */
export async function findAttachments(ctx: Context, bookingId: string): Promise<BookingAttachment[]> {
  const { content: _, ...columns } = attachments
  const rows = await ctx.db
    .select({
      id: columns.id,
      filename: columns.filename,
      contentType: columns.contentType,
      sizeBytes: columns.sizeBytes,
      createdAt: columns.createdAt,
      createdBy: columns.createdBy,
    })
    .from(attachments)
    .where(eq(attachments.bookingId, bookingId))
    .orderBy(desc(attachments.createdAt))
    .limit(100)
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toString() }))
}

/** @returns one photo of a booking with its bytes. @throws AppError "attachment-not-found". */
export async function readAttachment(
  ctx: Context,
  input: { bookingId: string; attachmentId: string },
): Promise<AttachmentRow> {
  const [row] = await ctx.db
    .select()
    .from(attachments)
    .where(and(eq(attachments.id, input.attachmentId), eq(attachments.bookingId, input.bookingId)))
  if (!row) throw notFound("attachment", input.attachmentId)
  return row
}

function present(row: AttachmentRow): BookingAttachment {
  const { id, filename, contentType, sizeBytes, createdBy } = row
  return { id, filename, contentType, sizeBytes, createdBy, createdAt: row.createdAt.toString() }
}
