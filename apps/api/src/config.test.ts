import { expect, test } from "vitest"
import { readConfig } from "#app/config.ts"
import { enabledFeatures } from "#app/features.ts"

const SECRET = { MYHIBACHI_SECRET: "a".repeat(32) }

test("names every wrong setting and what it must be", () => {
  expect(() => readConfig({ ...SECRET, API_PORT: "99999", MYHIBACHI_ROLE: "boss" })).toThrow(
    /MYHIBACHI_ROLE[\s\S]*API_PORT/,
  )
})

test("an empty setting counts as absent", () => {
  expect(readConfig({ ...SECRET, DATABASE_URL: "" }).DATABASE_URL).toBeUndefined()
})

test("refuses a short secret", () => {
  expect(() => readConfig({ MYHIBACHI_SECRET: "short" })).toThrow("MYHIBACHI_SECRET")
})

test("refuses a flag that stands on one that is off, and a flag that does not exist", () => {
  expect(() => enabledFeatures({ FEATURE_CORE_API: "off" })).toThrow("FEATURE_STRIPE needs FEATURE_CORE_API")
  expect(() => enabledFeatures({ FEATURE_MAGIC: "on" })).toThrow("FEATURE_MAGIC is not a flag")
})
