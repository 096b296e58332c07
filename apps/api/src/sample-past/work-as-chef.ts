import { crc32, deflateSync } from "node:zlib"
import type { Place } from "@myhibachi/contract/customers"
import type { Guests } from "@myhibachi/contract/quote"
import type { Stage } from "#app/sample-past/stage.ts"
import {
  acceptAssignment,
  attachPhoto,
  checkIn,
  completeAssignment,
  declineAssignment,
  reportNoShow,
} from "#modules/booking/index.ts"
import { findAssignments } from "#modules/crew/index.ts"

interface Crewed {
  id: string
  chefId: string
  serves: { adults: number; guests: number }
}

/** @returns the parts of a party that chefs hold now, in the order in which they were asked. */
export async function readCrew(stage: Stage, bookingId: string): Promise<Crewed[]> {
  const rows = await findAssignments(await stage.as("dispatcher"), [bookingId])
  return rows
    .filter(({ claim, assignment }) => !claim.released && assignment.response !== "declined")
    .map(({ assignment, claim }) => ({
      id: assignment.claimId,
      chefId: assignment.chefId,
      serves: { adults: claim.servesAdults, guests: claim.servesGuests },
    }))
}

/** Each chef who was asked answers; a busy first one gives the party back, and whoever is asked then takes it. */
export async function answerParty(stage: Stage, bookingId: string, isFirstBusy: boolean): Promise<void> {
  const [first] = await readCrew(stage, bookingId)
  if (isFirstBusy && first) {
    const reason = "My sister marries that day"
    await declineAssignment(await stage.as(`chef:${first.chefId}`), { assignmentId: first.id, reason })
  }
  for (const { id, chefId } of await readCrew(stage, bookingId))
    await acceptAssignment(await stage.as(`chef:${chefId}`), id)
}

/** The chefs arrive. */
export async function arrive(stage: Stage, bookingId: string, place: Place): Promise<void> {
  const { latitude, longitude } = place
  for (const { id, chefId } of await readCrew(stage, bookingId))
    await checkIn(await stage.as(`chef:${chefId}`), { assignmentId: id, position: { latitude, longitude } })
}

/** The chefs are done; the first counts the children, too. */
export async function finish(stage: Stage, bookingId: string, guests: Guests): Promise<void> {
  for (const [index, { id, chefId, serves }] of (await readCrew(stage, bookingId)).entries()) {
    const served = {
      adults: serves.adults,
      children: index === 0 ? guests.children : 0,
      littleOnes: index === 0 ? guests.littleOnes : 0,
    }
    await completeAssignment(await stage.as(`chef:${chefId}`), { assignmentId: id, served })
  }
}

/** Nobody opens: the chef takes a photo, waits and reports it. */
export async function reportNobody(stage: Stage, bookingId: string, place: Place): Promise<void> {
  const [first] = await readCrew(stage, bookingId)
  if (!first) throw new Error(`The party ${bookingId} has no chef.`)
  const ctx = await stage.as(`chef:${first.chefId}`)
  const photo = await attachPhoto(ctx, {
    bookingId,
    filename: "dark-house.png",
    contentType: "image/png",
    dataBase64: drawDarkHouse().toString("base64"),
  })
  await reportNoShow(ctx, {
    bookingId,
    attachmentId: photo.id,
    observedAt: stage.now().toString(),
    latitude: place.latitude + 0.0001,
    longitude: place.longitude,
    accuracyMeters: 12,
    note: "All windows were dark; rang four times and called the host twice, no answer for 45 minutes.",
  })
}

const WIDTH = 160
const HEIGHT = 120

/** @returns a small picture (PNG, grey) of a house without a light at dusk. */
function drawDarkHouse(): Buffer {
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (_, x) => shadeAt(x, y))]),
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]
  return Buffer.concat([signature, ...parts])
}

function shadeAt(x: number, y: number): number {
  const isRoof = y > 25 && y <= 55 && Math.abs(x - 80) < (y - 25) * 1.6
  const isWall = y > 55 && y < 100 && x > 40 && x < 120
  const isWindow = isWall && y > 65 && y < 80 && ((x > 50 && x < 65) || (x > 95 && x < 110))
  if (isWindow) return 12
  if (isRoof) return 30
  if (isWall) return 46
  return y >= 100 ? 24 : 120 - Math.round(y * 0.6)
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
