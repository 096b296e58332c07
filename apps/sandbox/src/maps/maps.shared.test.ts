import protobuf from "protobufjs"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type JsonObject, toObject } from "../core/json.ts"
import { createSandbox, type RunningSandbox } from "../sandbox.ts"
import { hasSpecs, readSpecFile } from "../testing/read-specs.ts"

const places = ["94539", "Oakland, CA", "1450 Broadway, Oakland, CA 94612", "Sacramento"]

describe.skipIf(!hasSpecs)("Google's published Routes v2 messages", () => {
  let sandbox: RunningSandbox
  let root: protobuf.Root

  beforeAll(async () => {
    sandbox = await createSandbox()
    // safe: the file is written for Root.fromJSON
    root = protobuf.Root.fromJSON(
      readSpecFile("google/routes-v2.protobufjs.json").root as protobuf.INamespace,
    )
  })
  afterAll(() => sandbox.close())

  const message = (name: string) => root.lookupType(`google.maps.routing.v2.${name}`)

  /** Names in the JSON that the message does not have; protobuf itself would skip them silently. */
  const unknownFields = (type: protobuf.Type, value: JsonObject, path = ""): string[] =>
    Object.entries(value).flatMap(([name, inner]) => {
      const field = type.fields[name]?.resolve()
      if (!field) return [`${path}${name}`]
      const { resolvedType } = field
      if (!(resolvedType instanceof protobuf.Type) || resolvedType.fullName.startsWith(".google.protobuf."))
        return []
      const entries = Array.isArray(inner) ? inner : [inner]
      return entries.flatMap((entry) => unknownFields(resolvedType, toObject(entry), `${path}${name}.`))
    })

  /** Durations travel as text in JSON; the message wants seconds. */
  const wire = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(wire)
    if (typeof value === "string" && /^\d+s$/.test(value)) return { seconds: Number(value.slice(0, -1)) }
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, wire(inner)]))
  }

  const check = (name: string, value: unknown) => {
    const type = message(name)
    const converted = type.fromObject(toObject(wire(value)))
    return [
      ...unknownFields(type, toObject(value)),
      ...[type.verify(converted)].filter((problem) => problem !== null),
    ]
  }

  const post = async (path: string, body: object) => {
    const headers = { "content-type": "application/json", "x-goog-api-key": "k", "x-goog-fieldmask": "*" }
    return (
      await fetch(`${sandbox.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) })
    ).json()
  }

  test.each(places)("hold for the drive from Fremont to %s", async (address) => {
    const request = { origin: { address: "Fremont, CA" }, destination: { address }, travelMode: "DRIVE" }
    expect(check("ComputeRoutesRequest", request)).toEqual([])
    const reply = await post("/directions/v2:computeRoutes", request)
    expect(toObject(reply).routes).toHaveLength(1)
    expect(check("ComputeRoutesResponse", reply)).toEqual([])
  })

  test("hold for a matrix", async () => {
    const waypoints = places.map((address) => ({ waypoint: { address } }))
    const request = { origins: waypoints, destinations: waypoints, travelMode: "DRIVE" }
    expect(check("ComputeRouteMatrixRequest", request)).toEqual([])
    const elements = (await post("/distanceMatrix/v2:computeRouteMatrix", request)) as JsonObject[]
    expect(elements).toHaveLength(places.length ** 2)
    for (const element of elements) expect(check("RouteMatrixElement", element)).toEqual([])
  })

  test("would notice a field that does not exist", () => {
    expect(check("ComputeRoutesResponse", { routes: [{ miles: 3 }] })).toEqual(["routes.miles"])
  })
})
