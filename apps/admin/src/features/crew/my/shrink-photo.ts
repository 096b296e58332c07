import type { AddAttachment } from "@myhibachi/contract/booking-life"

/** Enough to read a house number; a phone's own photo is several times too large to send from the street. */
const LONGEST_SIDE_PIXELS = 1600
const JPEG_QUALITY = 0.8

/** @returns the photo as a JPEG that fits the API's limit. @throws when the file is no picture. */
export async function shrinkPhoto(file: File): Promise<AddAttachment> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST_SIDE_PIXELS / Math.max(picture.width, picture.height))
  const canvas = document.createElement("canvas")
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const [, dataBase64 = ""] = canvas.toDataURL("image/jpeg", JPEG_QUALITY).split(",")
  return { filename: "nobody-there.jpg", contentType: "image/jpeg", dataBase64 }
}
