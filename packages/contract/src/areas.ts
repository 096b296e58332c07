import { z } from "zod"
import { ServiceArea } from "./availability.ts"
import { AddressInput } from "./customers.ts"
import { InstantText } from "./time.ts"

/** Longitude and latitude in degrees, in GeoJSON's order. */
export const Position = z.tuple([
  z
    .number()
    .min(-180, "A longitude lies between -180 and 180.")
    .max(180, "A longitude lies between -180 and 180."),
  z.number().min(-90, "A latitude lies between -90 and 90.").max(90, "A latitude lies between -90 and 90."),
])
export type Position = z.infer<typeof Position>

/** The first position again at the end; the first ring is the outline, the others are holes. */
const Rings = z
  .array(
    z
      .array(Position)
      .min(4, "An outline needs at least three corners, and the first one again at its end.")
      .max(500, "Take at most 500 corners for one outline."),
  )
  .min(1, "Draw an outline.")
  .max(20, "Take at most 20 outlines and holes.")
export type Rings = z.infer<typeof Rings>

/** A GeoJSON geometry. */
export const AreaGeometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: Rings }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(Rings).min(1).max(20) }),
])
export type AreaGeometry = z.infer<typeof AreaGeometry>

export const ZipCode = z.string().regex(/^\d{5}$/, "Write each ZIP code with its five digits.")

/** `serve`: we come here, however far it is. `refuse`: we do not, however near it is. */
export const AreaEffect = z.enum(["serve", "refuse"])
export type AreaEffect = z.infer<typeof AreaEffect>

const AreaFields = z.object({
  name: z.string().trim().min(1, "Give the area a name that customers understand.").max(80),
  effect: AreaEffect,
  /** Which station drives to a served area; the nearest one when null. */
  stationId: z.string().max(64).nullable().default(null),
  zipCodes: z.array(ZipCode).max(2000, "Take at most 2,000 ZIP codes for one area.").default([]),
})

export const CreateArea = AreaFields.extend({ geometry: AreaGeometry.nullable().default(null) })
export type CreateArea = z.input<typeof CreateArea>

export const ChangeArea = AreaFields
export type ChangeArea = z.input<typeof ChangeArea>

export const SetAreaGeometry = z.object({ geometry: AreaGeometry.nullable() })
export type SetAreaGeometry = z.infer<typeof SetAreaGeometry>

/** A region by its shape, its ZIP codes or both; a place that is in either of them belongs to it. */
export const Area = AreaFields.extend({
  id: z.string(),
  stationId: z.string().nullable(),
  stationName: z.string().nullable(),
  zipCodes: z.array(z.string()),
  geometry: AreaGeometry.nullable(),
  version: z.int(),
  updatedAt: InstantText,
})
export type Area = z.infer<typeof Area>

export const AreaList = z.object({ items: z.array(Area) })
export type AreaList = z.infer<typeof AreaList>

export const TestAddress = z.object({ address: AddressInput.shape.text })
export type TestAddress = z.infer<typeof TestAddress>

/** What decided about an address, and what every area said to it. */
export const AreaDecision = ServiceArea.extend({
  decidedBy: z.enum(["refusing-area", "serving-area", "distance", "out-of-reach", "address"]),
  areaId: z.string().nullable(),
  checks: z.array(
    z.object({
      areaId: z.string(),
      name: z.string(),
      effect: AreaEffect,
      covers: z.enum(["zip", "shape"]).nullable(),
    }),
  ),
})
export type AreaDecision = z.infer<typeof AreaDecision>
